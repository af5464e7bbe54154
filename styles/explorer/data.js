// The data of the page, and access to them.
const data = JSON.parse(document.getElementById("data").textContent);
const wardCount = data.wards.code.length;
const [oneWard, manyWards] = data.nouns;

/// The state of the view, from which everything on the page follows.
const state = {
  category: 0,
  step: -1, // -1: the whole period
  compare: -1,
  ward: -1, // kept
  hover: -1, // under the pointer
  rows: new Set(), // of the legend, that filter; none: all wards
  readings: new Set(),
  find: "",
  sort: { column: "rank", down: false },
  page: 0,
  camera: { x: 0.5, y: 0.5, zoom: 1 }, // middle of the map as shares of the whole area
};

const byId = (id) => document.getElementById(id);

/// A new element with properties and content; texts stay text.
function make(tag, properties = {}, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...content);
  return element;
}

function shownOf(index) {
  const category = data.categories[index];
  return state.step >= 0 && category.steps && category.steps[state.step] ? category.steps[state.step] : category;
}
const shown = () => shownOf(state.category);
const compared = () => (state.compare < 0 ? null : data.categories[state.compare]);

const nameOf = (ward) => data.wards.name[ward];

/// The words of one column for a ward; empty if the category lacks the column.
function wordsOf(category, column, ward) {
  const texts = category.wards[column];
  return texts ? data.texts[texts[ward]] : "";
}
function sentenceOf(category, ward) {
  return nameOf(ward) + ": " + category.wards.sentence[ward].map((place) => data.texts[place]).join("");
}
function titleOf(category) {
  return category.period ? category.title + ", " + category.period : category.title;
}
/// The shortest form that distinguishes it from the others.
function choiceOf(category) {
  const isAlone = data.categories.filter(({ title }) => title === category.title).length === 1;
  return isAlone ? category.title : titleOf(category);
}
const isUnstable = (category, ward) => Boolean(category.wards.unstable && category.wards.unstable[ward]);
const number = (n) => n.toLocaleString("en-GB");
const counted = (n) => number(n) + " " + (n === 1 ? oneWard : manyWards);

const folded = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[’']/g, "");
const foldedNames = data.wards.name.map(folded);
const foldedCodes = data.wards.code.map(folded);

function isFound(ward) {
  const wanted = folded(state.find.trim());
  return wanted === "" || foldedNames[ward].includes(wanted) || foldedCodes[ward].includes(wanted);
}
/// Whether the legend's ticks and the search let a ward through.
function passes(ward) {
  const { row, reading } = shown().wards;
  return (
    (state.rows.size === 0 || state.rows.has(row[ward])) &&
    (state.readings.size === 0 || (reading && state.readings.has(reading[ward]))) &&
    isFound(ward)
  );
}
const isFiltered = () => state.rows.size > 0 || state.readings.size > 0 || state.find.trim() !== "";
/// "11 of 26 wards".
const filterWords = () => number([...foldedNames.keys()].filter(passes).length) + " of " + counted(wardCount);

/// Reports an action, in the page and to screen readers.
function say(text) {
  byId("status").textContent = text;
}
/// Reports to screen readers what is visible elsewhere in the page.
function speak(text) {
  byId("spoken").textContent = text;
}
