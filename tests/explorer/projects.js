// Small projects drawn by tests. Wards are squares of 1 km, three in a row.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { explorerOf, repository } from "./browser.js";

const square = (place) => {
  const x = 576000 + 1000 * (place % 3);
  const y = 155000 + 1000 * Math.floor(place / 3);
  return [[[x, y], [x + 1000, y], [x + 1000, y + 1000], [x, y + 1000], [x, y]]];
};
const codeOf = (place) => "E0500000" + (place + 1);

function boundaries(names) {
  const features = names.map((name, place) => ({
    type: "Feature",
    properties: { WD13CD: codeOf(place), WD13NM: name },
    geometry: { type: "Polygon", coordinates: square(place) },
  }));
  const crs = { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::27700" } };
  return JSON.stringify({ type: "FeatureCollection", crs, features });
}

export const wards = ["North", "North Downs", "Park Wood", "High Street", "Saint Mary’s", "Ébène"];

/// A project of one category of counts and one with withheld and missing figures.
export function smallExplorer(names = wards) {
  const lines = (counts) => counts.map((count, place) => `${codeOf(place)},${count}`).join("\n") + "\n";
  return explorerOf({
    "wards.geojson": boundaries(names),
    "asb.csv": "code,n\n" + lines([10, 250, 40, 1000, 70, 90]),
    "theft.csv": "code,n\n" + lines([3, 50, 0, 77, "*", 31]),
    "project.toml": `[project]
title = "Test partnership"
area = "Testshire"
[boundaries]
source = "wards.geojson"
[[category]]
id = "asb"
title = "Anti-social behaviour"
unit = "incidents"
period = "2014"
source = "Test police"
table = "asb.csv"
value = "n"
measure = "density"
bands = { count = 3 }
[[category]]
id = "theft"
title = "Theft"
unit = "offences"
period = "2014"
source = "Test police"
table = "theft.csv"
value = "n"
measure = "density"
bands = { count = 3 }
suppression = { publish_below = 5, marks = { "*" = [0, 4] } }
`,
  });
}

/// Anti-social behaviour in Maidstone, month by month.
export function monthlyExplorer() {
  const data = join(repository, "geodata/maidstone");
  return explorerOf({
    "project.toml": `[project]
area = "Maidstone"
[boundaries]
source = "${data}/wards/maidstone_wards.shp"
[[category]]
id = "asb"
title = "Anti-social behaviour"
unit = "incidents"
period = "2014"
measure = "density"
table = "${data}/tables/crime_2014_by_month.csv"
value = "count"
where = { crime_type = "Anti-social behaviour" }
duplicates = "sum"
steps = "month"
if_row_missing = "zero"
`,
  });
}

/// All wards of a file of boundaries with fictitious figures. The codes are in its dBase file.
export function largeExplorer(shapes) {
  const dbf = readFileSync(shapes.replace(/shp$/, "dbf"));
  const [rows, head, long] = [dbf.readUInt32LE(4), dbf.readUInt16LE(8), dbf.readUInt16LE(10)];
  let csv = "code,n\n";
  const seen = new Set();
  for (let row = 0; row < rows; row++) {
    const code = dbf.toString("latin1", head + row * long + 1, head + row * long + 10);
    if (!seen.has(code)) csv += `${code},${(row * 7919) % 997}\n`;
    seen.add(code);
  }
  const toml = `[boundaries]
source = "${shapes}"
[[category]]
id = "n"
title = "Made up"
unit = "incidents"
measure = "density"
table = "n.csv"
value = "n"
`;
  return { file: explorerOf({ "n.csv": csv, "project.toml": toml }), wards: seen.size };
}
