// One ward's figures: of the ward under the pointer, else of the selected one.
function figuresOf(category, ward) {
  const list = make("dl");
  const add = (term, words) => {
    if (words) list.append(make("dt", {}, term), make("dd", {}, words));
  };
  const { wards, legend } = category;
  add(category.countTitle, wordsOf(category, "count", ward));
  add("95% confidence limits", wordsOf(category, "limits", ward));
  const rank = wordsOf(category, "rank", ward);
  if (rank) add("Rank", rank.replace(/\d+/, number) + " of " + number(category.known) + (category.lowFirst ? " (1 = lowest number)" : " (1 = highest)"));
  if (wards.band) add("Band", wordsOf(category, "band", ward));
  if (wards.reading) add(legend.readingsTitle, wordsOf(category, "readingWords", ward));
  if (isUnstable(category, ward)) add("Caution", "small numbers: band not certain");
  return list;
}

function partOf(category, ward, withTitle) {
  const value = make("p", { className: "figure" }, make("strong", {}, wordsOf(category, "value", ward)), " ", category.legend.title);
  const title = withTitle ? [make("h3", {}, titleOf(category))] : [];
  return [...title, value, figuresOf(category, ward), make("p", { className: "sentence" }, sentenceOf(category, ward))];
}

/// The first wards of the ranking.
function firstRanks() {
  const category = shown();
  const { place } = category.wards;
  const wards = byName.filter((ward) => place[ward] !== null).sort((a, b) => place[a] - place[b]).slice(0, 5);
  if (wards.length === 0) return [];
  const row = (ward) => {
    const name = make("button", { type: "button" }, nameOf(ward));
    name.addEventListener("click", () => {
      keep(ward);
      byId("ward").querySelector("button").focus();
    });
    return make("li", {}, wordsOf(category, "rank", ward), make("span", {}, name), wordsOf(category, "value", ward));
  };
  return [make("h3", {}, "Ranked first"), make("ol", {}, ...wards.map(row))];
}

/// The content below must not move under the pointer: this part has space for the longest
/// texts from the start. It grows if others are taller, and never shrinks.
let roomForWard = 0;
function makeRoomForWard() {
  const long = (category) => category.wards.sentence.map((places) => places.reduce((sum, place) => sum + data.texts[place].length, 0));
  const lengths = [shown(), compared()].filter(Boolean).map(long);
  const total = (ward) => lengths.reduce((sum, of) => sum + of[ward], nameOf(ward).length);
  const longest = [...byName].sort((a, b) => total(b) - total(a)).slice(0, 40);
  byId("ward").style.minHeight = "";
  roomForWard = 0;
  for (const ward of longest) fillWard(ward);
}

function fillWard(ward = state.hover >= 0 ? state.hover : state.ward) {
  const section = byId("ward");
  putWard(section, ward);
  const tall = Math.ceil(section.getBoundingClientRect().height);
  if (tall <= roomForWard) return;
  roomForWard = tall;
  section.style.minHeight = roomForWard + "px";
}

function putWard(section, ward) {
  const other = compared();
  section.classList.toggle("hint", ward < 0);
  if (ward < 0) {
    section.replaceChildren(
      make("h2", { id: "ward-name" }, "Look at a " + oneWard),
      make("p", {}, `Point at a ${oneWard} on the map or in the table, or go to the map with the Tab key and use the arrow keys.`),
      ...firstRanks(),
    );
    return;
  }
  const parts = [make("h2", { id: "ward-name" }, nameOf(ward), " ", make("small", {}, data.wards.code[ward]))];
  parts.push(...partOf(shown(), ward, Boolean(other)));
  if (other) parts.push(...partOf(other, ward, true));
  if (ward === state.ward) {
    const near = make("button", { type: "button" }, "Zoom to it");
    near.addEventListener("click", () => showWard(ward));
    const go = make("button", { type: "button" }, "Deselect");
    go.addEventListener("click", () => {
      letGo();
      maps[0].canvas.focus();
    });
    parts.push(make("p", { className: "buttons hint" }, near, go));
  }
  section.replaceChildren(...parts);
}

function redrawPointed() {
  for (const map of maps) map.draw();
  fillWard();
  markRows();
}

/// Points at a ward (-1: at none) without selecting it.
function point(ward, isByKey = false) {
  if (ward === state.hover) return;
  state.hover = ward;
  redrawPointed();
  if (isByKey && ward >= 0) speak(sentenceOf(shown(), ward));
}

function keep(ward) {
  if (ward < 0) return;
  state.ward = ward;
  pageWith(ward);
  redrawPointed();
  const row = rowOf.get(ward);
  const box = document.querySelector("#table-part .scroll");
  if (row) box.scrollTop = Math.max(0, row.offsetTop - box.clientHeight / 2);
  speak(sentenceOf(shown(), ward));
  shareSoon();
}

function letGo() {
  if (state.ward < 0 && state.hover < 0) return;
  state.ward = state.hover = -1;
  redrawPointed();
  speak("");
  shareSoon();
}
