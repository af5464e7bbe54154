// The layout of the page, and its dependencies.
const maps = [new WardMap(byId("map-a"), shown), new WardMap(byId("map-b"), compared)];

function moved() {
  for (const map of maps) map.draw(true);
  shareSoon();
}

function redrawMaps() {
  for (const map of maps) {
    map.forget();
    map.draw();
  }
}

/// Called after a change of the filter.
function filtered() {
  state.page = 0;
  fillLegend(byId("legend-a"), maps[0], true);
  fillTable();
  redrawMaps();
  say(isFiltered() ? filterWords() + " shown." : "All " + counted(wardCount) + " shown.");
  shareSoon();
}

function optionsOf(select, first) {
  const groups = new Map();
  if (first) select.append(make("option", { value: -1 }, first));
  data.categories.forEach((category, place) => {
    const option = make("option", { value: place }, choiceOf(category));
    if (!category.group) {
      select.append(option);
      return;
    }
    if (!groups.has(category.group)) {
      groups.set(category.group, make("optgroup", { label: category.group }));
      select.append(groups.get(category.group));
    }
    groups.get(category.group).append(option);
  });
}

function fillSteps() {
  const { steps } = data.categories[state.category];
  byId("steps").hidden = !steps;
  if (!steps) return;
  const whole = data.categories[state.category].period || "whole period";
  byId("step").replaceChildren(
    make("option", { value: -1 }, "All: " + whole),
    ...steps.map((step, place) => make("option", { value: place }, step.period)),
  );
  byId("step").value = state.step;
  byId("step-back").disabled = state.step < 0;
  byId("step-on").disabled = state.step === steps.length - 1;
}

function fillMapWords(map) {
  const category = map.category();
  map.section.hidden = !category;
  if (!category) return;
  map.section.querySelector("h2").textContent = category.title;
  map.section.querySelector(".subtitle").textContent = category.subtitle;
  map.section.querySelector(".unseen").textContent = category.alt;
}

function fillSummary() {
  const titled = (category) => category.summary.map((line, place) => make("li", {}, compared() && place === 0 ? category.title + ": " + line : line));
  const lines = [shown(), compared()].filter(Boolean).flatMap(titled);
  byId("summary").hidden = lines.length === 0;
  document.querySelector("#summary ul").replaceChildren(...lines);
}

/// Brings the whole page in line with the state.
function showAll() {
  byId("category").value = state.category;
  byId("compare").value = state.compare;
  byId("find").value = state.find;
  fillSteps();
  byId("stage").classList.toggle("two", Boolean(compared()));
  for (const map of maps) fillMapWords(map);
  fillLegend(byId("legend-a"), maps[0], true);
  fillLegend(byId("legend-b"), maps[1], false);
  fillSummary();
  const foot = [shown(), compared()].filter(Boolean).flatMap((category) => category.foot);
  byId("foot").replaceChildren(...[...new Set(foot)].map((line) => make("p", {}, line)));
  fillTable();
  makeRoomForWard();
  fillWard();
  redrawMaps();
}

function choose(category, step) {
  state.category = category;
  state.step = step;
  state.rows.clear();
  state.readings.clear();
  state.page = 0;
  if (!columnsOf(shown()).some(({ key }) => key === state.sort.column) && state.sort.column !== "name") {
    state.sort = { column: "rank", down: false };
  }
  showAll();
  say(titleOf(shown()) + ". " + (shown().legend.whole ? shown().legend.whole + "." : ""));
  shareSoon();
}

function listenToControls() {
  byId("category").addEventListener("change", (event) => choose(Number(event.target.value), -1));
  byId("step").addEventListener("change", (event) => choose(state.category, Number(event.target.value)));
  byId("step-back").addEventListener("click", () => choose(state.category, state.step - 1));
  byId("step-on").addEventListener("click", () => choose(state.category, state.step + 1));
  byId("compare").addEventListener("change", (event) => {
    state.compare = Number(event.target.value);
    showAll();
    say(compared() ? "Compared with " + titleOf(compared()) + "." : "Nothing is compared.");
    shareSoon();
  });
  byId("find").addEventListener("input", (event) => {
    state.find = event.target.value;
    filtered();
  });
  byId("controls").addEventListener("submit", (event) => event.preventDefault());
  byId("find").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const first = placesInOrder().find(passes);
    if (!state.find.trim() || first === undefined) return;
    keep(first);
    showWard(first);
  });
  byId("copy-link").addEventListener("click", copyLink);
  byId("copy-picture").addEventListener("click", copyPicture);
  byId("print").addEventListener("click", () => window.print());
  for (const [id, step] of [["page-back", -1], ["page-on", 1]]) {
    byId(id).addEventListener("click", () => {
      state.page += step;
      fillTable();
      document.querySelector("#table-part .scroll").scrollTop = 0;
      say(byId("page-words").textContent + ".");
    });
  }
  for (const button of document.querySelectorAll("[data-move]")) {
    button.addEventListener("click", () => moves[button.dataset.move](maps[0]));
  }
}

function listenToWindow() {
  let wide = innerWidth;
  new ResizeObserver(() => {
    for (const map of maps) map.draw();
    if (wide === innerWidth) return;
    wide = innerWidth;
    makeRoomForWard();
    fillWard();
  }).observe(byId("maps"));
  window.addEventListener("hashchange", () => {
    if (location.hash === fragment() || !location.hash.includes("map=")) return;
    readFragment();
    showAll();
  });
  const forPrint = (ratio) => () => {
    const [width, height] = compared() ? [145, 94] : [237, 110]; // mm: a fourth more than in page.css, so that words are smaller
    for (const map of maps) {
      map.ratio = ratio;
      map.sheet = ratio ? { width: width * pxOfMm, height: height * pxOfMm } : null;
      map.draw();
    }
  };
  window.addEventListener("beforeprint", forPrint(3));
  window.addEventListener("afterprint", forPrint(0));
}

function start() {
  optionsOf(byId("category"), "");
  optionsOf(byId("compare"), "nothing");
  for (const span of document.querySelectorAll("[data-noun]")) span.textContent = data.nouns[Number(span.dataset.noun)];
  byId("find-label").firstChild.textContent = "Find a " + oneWard;
  byId("explorer").hidden = false;
  readFragment();
  listenToControls();
  for (const map of maps) {
    listenToKeys(map);
    listenToPointer(map);
  }
  showAll();
  listenToWindow();
  performance.mark("first-map");
}
start();
