// Sharing a view: as a link, as a picture, on paper.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { draw, launch, open, repository } from "./browser.js";
import { monthlyExplorer } from "./projects.js";

let browser;
let maidstone;
before(async () => {
  browser = await launch();
  maidstone = draw(join(repository, "geodata/maidstone/maidstone.toml"));
});
after(() => browser.close());

const hash = (page) => page.evaluate(() => new Promise((done) => setTimeout(() => done(location.hash), 400)));
const allWords = (page) => page.evaluate(() => document.querySelector("main").innerText);

test("A link restores the same view", async () => {
  const page = await open(browser, maidstone);
  await page.selectOption("#category", { index: 2 });
  await page.selectOption("#compare", { index: 1 });
  await page.locator("#legend-a input").nth(1).check();
  await page.locator("#legend-a input").nth(2).check();
  await page.fill("#find", "e");
  await page.getByRole("button", { name: "Ward", exact: true }).click();
  await page.locator("#table tbody th button").nth(1).click();
  await page.click("[data-move=in]");
  const link = await hash(page);
  for (const part of ["map=", "with=", "ward=E0500", "bands=1.2", "find=e", "sort=name", "view="]) assert.ok(link.includes(part), link);
  const again = await open(browser, maidstone, { fragment: link });
  assert.equal(await hash(again), link);
  await page.evaluate(() => document.querySelectorAll("[role=status]").forEach((element) => element.replaceChildren())); // announced once
  await page.evaluate(() => document.querySelectorAll("[role=status]").forEach((element) => element.replaceChildren()));
  assert.equal(await allWords(again), await allWords(page));
});

test("A link to a period restores the period", async () => {
  const file = monthlyExplorer();
  const page = await open(browser, file);
  await page.selectOption("#step", "3");
  const again = await open(browser, file, { fragment: await hash(page) });
  assert.equal(await again.locator("#step option:checked").textContent(), "2014-04");
});

test("A malformed link is applied as far as possible", async () => {
  for (const fragment of ["#map=nothing&ward=X&bands=9.-1.x.1e9&readings=__proto__&view=a_b_c&sort=-constructor&with=asb", "#map=asb&view=9_9_1e99", "#%", "#map=<b>&find=%3Cimg%20src=x%3E"]) {
    const page = await open(browser, maidstone, { fragment });
    assert.deepEqual(page.faults, [], fragment);
    assert.ok(await page.locator("#map-a canvas").isVisible());
    assert.equal(await page.locator("#category option:checked").textContent(), "Anti-social behaviour");
  }
});

test("The link is copied; if that is not allowed it is shown for copying", async () => {
  const page = await open(browser, maidstone, { permissions: ["clipboard-read", "clipboard-write"], fragment: "#map=burglary" });
  await page.click("#copy-link");
  await page.getByText("The link to this view is copied.").waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /explorer\.html#map=burglary$/);
  const refused = await open(browser, maidstone, { fragment: "#map=burglary" });
  await refused.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("no"))));
  await refused.click("#copy-link");
  await refused.getByText("does not let the page copy").waitFor();
  assert.match(await refused.inputValue("#link"), /explorer\.html#map=burglary$/);
  assert.equal(await refused.evaluate(() => document.activeElement.id), "link");
});

test("The picture is copied as a PNG; if that is not allowed it is downloaded", async () => {
  const page = await open(browser, maidstone, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.click("#copy-picture");
  await page.getByText("The picture is copied.").waitFor();
  const bytes = await page.evaluate(async () => (await (await navigator.clipboard.read())[0].getType("image/png")).size);
  assert.ok(bytes > 20000, String(bytes));
  const refused = await open(browser, maidstone, { fragment: "#map=asb&with=burglary&ward=E05004996" });
  await refused.evaluate(() => (navigator.clipboard.write = () => Promise.reject(new Error("no"))));
  const [download] = await Promise.all([refused.waitForEvent("download"), refused.click("#copy-picture")]);
  assert.equal(download.suggestedFilename(), "asb.png");
  const png = readFileSync(await download.path());
  assert.equal(png.toString("latin1", 1, 4), "PNG");
  assert.equal(png.readUInt32BE(16), 2 * 2 * 1130); // two maps, two pixels per pixel
});

test("On paper: no controls, the map, the legend and every ward", async () => {
  const page = await open(browser, maidstone, { fragment: "#map=asb&ward=E05004996" });
  await page.emulateMedia({ media: "print" });
  for (const hidden of ["#controls", "#status", ".tools", "#keys"]) assert.ok(!(await page.locator(hidden).first().isVisible()), hidden);
  for (const seen of ["#map-a canvas", "#legend-a", "#ward", "#summary", "#foot"]) assert.ok(await page.locator(seen).isVisible(), seen);
  const cut = await page.evaluate(() => {
    const box = document.querySelector("#table-part .scroll");
    return [box.scrollHeight > box.clientHeight + 1, getComputedStyle(box).overflow];
  });
  assert.deepEqual(cut, [false, "visible"]);
  // The picture keeps its shape: it was drawn for the screen's.
  assert.equal(await page.locator("#map-a canvas").evaluate((element) => getComputedStyle(element).objectFit), "contain");
  const pages = async () => (await page.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g).length;
  assert.ok((await pages()) <= 3); // the map with all sentences about it; the table
  await page.emulateMedia({ media: null });
  await page.selectOption("#compare", { label: "Burglary" });
  assert.ok((await pages()) <= 4);
});
