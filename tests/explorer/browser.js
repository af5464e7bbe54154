// Opens pages from the file system in Chromium and records their errors.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const repository = resolve(fileURLToPath(import.meta.url), "../../..");
const program = process.env.WARDMAP_PROGRAM || join(repository, "build/ci/src/wardmap");

/// A new folder for a test's files.
export const newFolder = () => mkdtempSync(join(tmpdir(), "wardmap-explorer-"));

/// Writes files and draws the explorer of the project among them; returns its path.
export function explorerOf(files, project = "project.toml") {
  const folder = newFolder();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return draw(join(folder, project), folder);
}

/// The explorer of a project file.
export function draw(project, folder = newFolder()) {
  const copy = join(folder, "out");
  execFileSync(program, ["draw", project, "--only", "explorer", "--out", copy, "--quiet"], { stdio: "inherit" });
  return join(copy, "explorer.html");
}

// Nothing is timed: a machine may be busy. This only ends a test that would wait for ever.
const longest = 600_000;

export const launch = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox"], timeout: longest });

/// Opens a file; `page.faults` gathers errors, refused policies and every request that leaves it.
export async function open(browser, file, { fragment = "", ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, ...options });
  context.setDefaultTimeout(longest);
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push("error: " + error.message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) page.faults.push(message.type() + ": " + message.text());
  });
  const address = pathToFileURL(file).href;
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== address && !request.url().startsWith("blob:")) page.faults.push("request: " + request.url());
  });
  await page.goto(address + fragment);
  return page;
}

export const html = (file) => readFileSync(file, "utf8");

/// The position of a ward's deepest point on the first map, in pixels of the page.
export const placeOf = (page, name) =>
  page.evaluate((wanted) => {
    const data = JSON.parse(document.getElementById("data").textContent);
    const ward = data.wards.name.indexOf(wanted);
    const canvas = document.querySelector("#map-a canvas");
    const box = canvas.getBoundingClientRect();
    const { width, height, points } = data.ground;
    const scale = Math.min((canvas.clientWidth - 16) / width, (canvas.clientHeight - 16) / height);
    return {
      x: box.x + canvas.clientWidth / 2 + (points[3 * ward] - width / 2) * scale,
      y: box.y + canvas.clientHeight / 2 + (points[3 * ward + 1] - height / 2) * scale,
    };
  }, name);
