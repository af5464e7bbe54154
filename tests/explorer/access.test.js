// Use of the page without a mouse, without colours, enlarged, or with a screen reader.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { draw, launch, open, repository } from "./browser.js";
import { monthlyExplorer, smallExplorer } from "./projects.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
let browser;
let maidstone;
before(async () => {
  browser = await launch();
  maidstone = draw(join(repository, "geodata/maidstone/maidstone.toml"));
});
after(() => browser.close());

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate((values) => axe.run({ runOnly: { type: "tag", values } }), rules);
  assert.ok(found.passes.length > 20);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" | ")}`);
}

test("axe finds nothing, whatever is shown", async () => {
  const fragments = ["", "#map=asb&ward=E05004996", "#map=asb&with=burglary&bands=0.1&ward=E05004990", "#map=asb-count", "#map=deprivation&find=xyz"];
  for (const fragment of fragments) {
    const page = await open(browser, maidstone, { fragment });
    assert.deepEqual(await violations(page), [], fragment);
    assert.deepEqual(page.faults, []);
    await page.close();
  }
  for (const file of [smallExplorer(), monthlyExplorer()]) {
    const page = await open(browser, file);
    assert.deepEqual(await violations(page), []);
  }
});

test("axe finds nothing at the width of a phone and in forced colours", async () => {
  const phone = await open(browser, maidstone, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  assert.deepEqual(await violations(phone), []);
  const forced = await open(browser, maidstone, { forcedColors: "active" });
  assert.deepEqual(await violations(forced), []);
});

test("axe finds an injected fault", async () => {
  const page = await open(browser, maidstone);
  await page.evaluate(() => document.querySelector("#find-label").replaceWith(document.querySelector("#find")));
  assert.equal((await violations(page)).length, 1);
});

test("At 400% zoom nothing is cut off and only the table scrolls sideways", async () => {
  for (const fragment of ["", "#map=asb&with=burglary&ward=E05004996"]) {
    const page = await open(browser, maidstone, { fragment, viewport: { width: 320, height: 256 } });
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll("button, select, input, h2, p, li, dd")]
        .filter((element) => !element.closest(".scroll, .skip, .unseen") && element.offsetParent && element.getBoundingClientRect().right > 320)
        .map((element) => element.outerHTML),
    );
    assert.deepEqual(outside, []);
  }
});

test("Tab reaches all controls, the map and the table, with a visible focus", async () => {
  const page = await open(browser, maidstone);
  const stops = [];
  for (let i = 0; i < 34; i++) {
    await page.keyboard.press("Tab");
    stops.push(
      await page.evaluate(() => {
        const at = document.activeElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(at);
        return { name: at.id || at.className || at.dataset.move || at.tagName, seen: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 };
      }),
    );
  }
  const names = stops.map(({ name }) => name);
  const wanted = ["skip", "category", "compare", "find", "copy-link", "copy-picture", "print", "in", "out", "all", "left", "up", "down", "right", "CANVAS", "BUTTON", "INPUT", "scroll"];
  assert.deepEqual([...new Set(names)].slice(0, wanted.length), wanted);
  assert.deepEqual(stops.filter(({ seen }) => !seen), []);
});

test("The focused element of the table is not under its header", async () => {
  const page = await open(browser, maidstone);
  await page.locator("#table tbody button").last().focus();
  for (let i = 0; i < 26; i++) {
    const seen = await page.evaluate(() => {
      const box = document.activeElement.getBoundingClientRect();
      return document.elementFromPoint(box.x + 3, box.y + box.height / 2) === document.activeElement;
    });
    assert.ok(seen, `${i} rows up`);
    await page.keyboard.press("Shift+Tab");
  }
});

test("All controls are at least 24 pixels wide and high", async () => {
  for (const viewport of [{ width: 1366, height: 768 }, { width: 390, height: 844 }]) {
    const page = await open(browser, maidstone, { viewport, fragment: "#map=asb&ward=E05004996" });
    const small = await page.evaluate(() =>
      [...document.querySelectorAll("button, select, input")]
        .filter((element) => element.offsetParent)
        .map((element) => [element.closest("label") || element, element])
        .filter(([target]) => target.getBoundingClientRect().width < 24 || target.getBoundingClientRect().height < 24)
        .map(([, element]) => element.outerHTML),
    );
    assert.deepEqual(small, []);
  }
});

test("Nothing moves by itself", async () => {
  const page = await open(browser, maidstone);
  await page.click("[data-move=in]");
  assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  const css = await page.evaluate(() => document.querySelector("style").textContent);
  assert.doesNotMatch(css, /transition|animation|scroll-behavior/);
});

test("A screen reader gets the map's text, the table's headers and changes", async () => {
  const page = await open(browser, maidstone);
  const canvas = page.locator("#map-a canvas");
  const described = await canvas.evaluate((element) =>
    element.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id).textContent),
  );
  assert.match(described[0], /Anti-social behaviour/);
  assert.match(described[1], /^Arrows go from ward to ward/);
  assert.equal(await page.locator("#table thead th[scope=col]").count(), await page.locator("#table thead th").count());
  assert.equal(await page.locator("#table tbody th[scope=row]").count(), 26);
  await canvas.focus();
  await page.keyboard.press("ArrowDown");
  assert.match(await page.textContent("#spoken"), /^High Street: 88\.0 incidents per 1,000 residents/);
  await page.selectOption("#category", { index: 5 });
  assert.match(await page.textContent("#status"), /^Burglary/);
});

test("Without scripts there is a table of all figures", async () => {
  const page = await open(browser, maidstone, { javaScriptEnabled: false });
  assert.equal(await page.locator("noscript table tbody tr").count(), 26);
  assert.ok(await page.getByRole("row", { name: /^High Street E05004996 88\.0/ }).isVisible());
  assert.ok(!(await page.locator("#explorer").isVisible()));
});
