// The table of wards: ranked, sortable, and linked to the map.
const rowsOfPage = 200;

/// The columns of the category: key, header, sort value (null: no figure), cell.
function columnsOf(category) {
  const { wards, legend } = category;
  const words = (of, column) => (ward) => [wordsOf(of, column, ward)];
  const byPlace = (of) => (ward) => {
    const { place } = of.wards;
    return place[ward] === null ? null : of.lowFirst ? place[ward] : -place[ward];
  };
  const columns = [];
  if (wards.count) columns.push({ key: "count", head: category.countTitle, isNumber: true, order: (ward) => wards.countNumber[ward], cell: words(category, "count") });
  columns.push({ key: "value", head: legend.title, isNumber: true, order: byPlace(category), cell: words(category, "value") });
  if (wards.limits) columns.push({ key: "limits", head: "95% confidence limits", isNumber: true, cell: words(category, "limits") });
  columns.push({ key: "rank", head: "Rank", isNumber: true, order: (ward) => wards.place[ward], cell: words(category, "rank") });
  if (wards.band) columns.push({ key: "band", head: "Band", order: (ward) => -wards.row[ward], cell: (ward) => [swatch(wards.look[ward]), " " + wordsOf(category, "band", ward)] });
  if (wards.reading) {
    columns.push({
      key: "reading",
      head: legend.readingsTitle,
      order: (ward) => (wards.reading[ward] < 0 ? null : -wards.reading[ward]),
      cell: (ward) => {
        const row = legend.readings[wards.reading[ward]];
        return row && row.mark.length > 0 ? [markPicture(row.mark, 18), " " + wordsOf(category, "readingWords", ward)] : words(category, "readingWords")(ward);
      },
    });
  }
  const other = compared();
  if (other) {
    columns.push({ key: "other", head: titleOf(other) + ": " + other.legend.title, isNumber: true, order: byPlace(other), cell: words(other, "value") });
    columns.push({ key: "otherRank", head: "Rank there", isNumber: true, order: (ward) => other.wards.place[ward], cell: words(other, "rank") });
    if (other.wards.reading) columns.push({ key: "otherReading", head: other.legend.readingsTitle + " there", order: (ward) => -other.wards.reading[ward], cell: words(other, "readingWords") });
  }
  return columns;
}

const byName = [...foldedNames.keys()].sort((a, b) => (foldedNames[a] < foldedNames[b] ? -1 : foldedNames[a] > foldedNames[b] ? 1 : a - b));

/// All wards in the order of the table. Those without a figure come last, by name.
function placesInOrder() {
  const { column, down } = state.sort;
  const sorted = columnsOf(shown()).find(({ key }) => key === column);
  if (!sorted) return column === "name" && down ? [...byName].reverse() : byName;
  const sign = down ? -1 : 1;
  return [...byName].sort((a, b) => {
    const x = sorted.order(a);
    const y = sorted.order(b);
    if (x === null || y === null) return (x === null ? 1 : 0) - (y === null ? 1 : 0);
    return sign * (x - y);
  });
}

const rowOf = new Map(); // ward to row

function headCell({ key, head, isNumber, order }) {
  const cell = make("th", { scope: "col", className: isNumber ? "number" : "" });
  if (key !== "name" && !order) {
    cell.append(head);
    return cell;
  }
  const isSorted = state.sort.column === key;
  if (isSorted) cell.setAttribute("aria-sort", state.sort.down ? "descending" : "ascending");
  const button = make("button", { type: "button" }, head);
  button.addEventListener("click", () => {
    state.sort = { column: key, down: isSorted ? !state.sort.down : isNumber && key !== "rank" && key !== "otherRank" || key === "band" || key === "reading" };
    state.page = 0;
    fillTable();
    byId("table").querySelector(`th[data-key="${key}"] button`).focus();
    say("Sorted by " + head + ", " + (state.sort.down ? "highest first" : key === "name" ? "A to Z" : "lowest first") + ".");
    shareSoon();
  });
  cell.dataset.key = key;
  cell.append(button);
  return cell;
}

function wardRow(ward, columns) {
  const name = make("button", { type: "button" }, nameOf(ward));
  if (isUnstable(shown(), ward)) name.className = "unstable";
  const row = make("tr", {}, make("th", { scope: "row" }, name));
  for (const { key, isNumber, cell } of columns) row.append(make("td", { className: isNumber ? "number" : key }, ...cell(ward)));
  if (ward === state.ward) row.setAttribute("aria-current", "true");
  row.addEventListener("click", () => keep(ward));
  row.addEventListener("mouseenter", () => point(ward));
  row.addEventListener("mouseleave", () => point(-1));
  name.addEventListener("focus", () => point(ward));
  name.addEventListener("blur", () => point(-1));
  rowOf.set(ward, row);
  return row;
}

function fillTable() {
  const columns = columnsOf(shown());
  const wards = placesInOrder().filter(passes);
  const pages = Math.max(1, Math.ceil(wards.length / rowsOfPage));
  state.page = Math.min(state.page, pages - 1);
  const first = state.page * rowsOfPage;
  const part = wards.slice(first, first + rowsOfPage);
  const table = byId("table");
  table.caption.textContent = shown().subtitle + ". " + (isFiltered() ? filterWords() : counted(wardCount)) + ".";
  table.tHead.replaceChildren(make("tr", {}, headCell({ key: "name", head: oneWard[0].toUpperCase() + oneWard.slice(1) }), ...columns.map(headCell)));
  rowOf.clear();
  table.tBodies[0].replaceChildren(...part.map((ward) => wardRow(ward, columns)));
  const bar = document.querySelector(".pages");
  bar.hidden = pages === 1;
  byId("page-words").textContent = `Rows ${number(first + 1)} to ${number(first + part.length)} of ${number(wards.length)}`;
  byId("page-back").disabled = state.page === 0;
  byId("page-on").disabled = state.page === pages - 1;
  byId("table-title").textContent = titleOf(shown()) + ": table of " + manyWards;
}

/// Turns to the page that has the ward.
function pageWith(ward) {
  const place = placesInOrder().filter(passes).indexOf(ward);
  if (place < 0) return;
  const page = Math.floor(place / rowsOfPage);
  if (page !== state.page) {
    state.page = page;
    fillTable();
  }
}

function markRows() {
  for (const [ward, row] of rowOf) {
    row.classList.toggle("hovered", ward === state.hover);
    if (ward === state.ward) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
}
