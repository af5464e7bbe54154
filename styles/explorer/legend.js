// The legend: the meaning of the map's colours and marks, and a filter by them.
function legendRow(picture, words, wards, filter) {
  const content = [picture, make("span", {}, words), make("span", { className: "wards" }, number(wards))];
  if (!filter) return make("li", {}, ...content);
  const box = make("input", { type: "checkbox", checked: filter.chosen.has(filter.value) });
  box.addEventListener("change", () => {
    if (box.checked) filter.chosen.add(filter.value);
    else filter.chosen.delete(filter.value);
    filtered();
  });
  return make("li", {}, make("label", {}, box, ...content));
}

function circleRow(row, colour, px) {
  const radius = row.mm * px;
  const side = Math.ceil(2 * radius) + 2;
  const picture = smallCanvas(side, side, (g) => {
    g.beginPath();
    g.arc(side / 2, side / 2, radius, 0, 2 * Math.PI);
    g.fillStyle = colour;
    g.fill();
  });
  return make("li", { className: "circle" }, picture, make("span", {}, row.value), "");
}

const rangeWords = (row) => [row.range, row.words].filter(Boolean).join(" ");

function fillLegend(section, map, isFilter) {
  const category = map.category();
  section.hidden = !category;
  if (!category) return;
  const { legend } = category;
  const chosen = (set, value) => (isFilter ? { chosen: set, value } : null);
  const title = make("h2", {}, compared() ? category.title + ": " + legend.title : legend.title);
  const parts = [make("div", { className: "head" }, title, make("span", { className: "wards" }, manyWards))];
  if (legend.whole) parts.push(make("p", { className: "whole" }, legend.whole));
  const rows = legend.circles.map((row) => circleRow(row, legend.circle, circlePx(map.size)));
  legend.rows.forEach((row, place) => rows.push(legendRow(swatch(row.look), rangeWords(row), row.wards, chosen(state.rows, place))));
  parts.push(make("ul", {}, ...rows));
  const note = (words, className = "note") => words && parts.push(make("p", { className }, words));
  note(legend.unstableNote);
  if (legend.readings.length > 0) {
    parts.push(make("h3", {}, legend.readingsTitle));
    parts.push(make("ul", {}, ...legend.readings.map((row, place) => legendRow(markPicture(row.mark), row.words, row.wards, chosen(state.readings, place)))));
  }
  note(legend.readingsNote);
  if (isFilter && isFiltered()) note("In colour: " + filterWords() + ".");
  if (isFilter) note("Tick rows to show only those " + manyWards + ".", "note hint");
  if (isFilter && (state.rows.size > 0 || state.readings.size > 0)) {
    const all = make("button", { type: "button" }, "Show all " + manyWards);
    all.addEventListener("click", () => {
      state.rows.clear();
      state.readings.clear();
      filtered();
      section.querySelector("input").focus();
    });
    parts.push(all);
  }
  const focused = section.contains(document.activeElement) ? [...section.querySelectorAll("input")].indexOf(document.activeElement) : -1;
  section.replaceChildren(...parts);
  if (focused >= 0) section.querySelectorAll("input")[focused].focus();
}
