// The view as a PNG: title, map, legend and source, for a slide or a report.
const pictureFont = (px, weight = "") => `${weight} ${px}px "Open Sans", "Segoe UI", Arial, sans-serif`;

/// Writes lines broken at blanks; returns the position of the next one.
function writeText(g, text, x, y, width, px) {
  let line = "";
  for (const word of text.split(" ")) {
    if (line && g.measureText(line + " " + word).width > width) {
      g.fillText(line, x, y);
      y += px * 1.35;
      line = word;
    } else {
      line = line ? line + " " + word : word;
    }
  }
  g.fillText(line, x, y);
  return y + px * 1.35;
}

function writeLegend(g, category, x, y, width, sheet) {
  const { legend } = category;
  const row = (drawPicture, words, wards) => {
    drawPicture(y);
    g.font = pictureFont(15);
    g.fillStyle = "#1a1a1a";
    g.textAlign = "right";
    if (wards !== null) g.fillText(number(wards), x + width, y + 13);
    g.textAlign = "left";
    y = writeText(g, words, x + 40, y + 13, width - 95, 15) - 13 + 6;
  };
  const writeNote = (words) => {
    if (!words) return;
    g.font = pictureFont(13);
    g.fillStyle = "#4d4d4d";
    y = writeText(g, words, x, y + 12, width, 13) - 6;
  };
  const heading = (words, px) => {
    g.font = pictureFont(px, "600");
    g.fillStyle = "#1a1a1a";
    y = writeText(g, words, x, y + px, width - 60, px) - px + 8;
  };
  g.font = pictureFont(15);
  g.fillStyle = "#4d4d4d";
  g.textAlign = "right";
  g.fillText(manyWards, x + width, y + 17);
  g.textAlign = "left";
  heading(legend.title, 17);
  if (legend.whole) heading(legend.whole, 15);
  for (const circle of legend.circles) {
    const radius = circle.mm * circlePx(sheet);
    y += Math.max(0, radius - 8);
    row((top) => {
      g.fillStyle = legend.circle;
      g.beginPath();
      g.arc(x + 14, top + 8, radius, 0, 2 * Math.PI);
      g.fill();
    }, circle.value, null);
    y += Math.max(0, radius - 8);
  }
  for (const band of legend.rows) row((top) => drawSwatch(g, data.looks[band.look], x, top, 28, 16, sheet.ratio), rangeWords(band), band.wards);
  writeNote(legend.unstableNote);
  if (legend.readings.length > 0) {
    y += 8;
    heading(legend.readingsTitle, 15);
    for (const reading of legend.readings) row((top) => drawMark(g, reading.mark, x + 14, top + 8, 12), reading.words, reading.wards);
  }
  writeNote(legend.readingsNote);
  return y;
}

function paintPart(canvas, category, left, sheet) {
  const g = canvas.getContext("2d");
  const { ratio, width, height } = sheet;
  const inner = document.createElement("canvas");
  inner.width = width * ratio;
  inner.height = height * ratio;
  const frame = maps[0].frame({ width, height });
  const h = inner.getContext("2d");
  paintMap(h, category, frame, sheet);
  if (state.ward >= 0) {
    h.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawPointed(h, category, state.ward, frame, sheet);
  }
  h.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawScaleBar(h, frame.scale, height);
  g.setTransform(ratio, 0, 0, ratio, 0, 0);
  g.fillStyle = "#1a1a1a";
  g.font = pictureFont(24, "700");
  let y = writeText(g, category.title, left + 20, 40, width + 300, 24);
  g.font = pictureFont(15);
  g.fillStyle = "#4d4d4d";
  y = writeText(g, category.subtitle, left + 20, y, width + 300, 15);
  g.drawImage(inner, left + 20, 100, width, height);
  const legendEnd = writeLegend(g, category, left + width + 40, 110, 290, sheet);
  g.font = pictureFont(12);
  g.fillStyle = "#4d4d4d";
  y = Math.max(100 + height, legendEnd) + 22;
  const filter = isFiltered() ? ["In colour: " + filterWords() + "."] : [];
  for (const line of [...filter, ...category.foot]) y = writeText(g, line, left + 20, y, width + 300, 12);
  return y + 8;
}

function paintPicture() {
  const sheet = { width: 760, height: 620, ratio: 2 };
  const parts = [shown(), compared()].filter(Boolean);
  const canvas = document.createElement("canvas");
  const wide = sheet.width + 370;
  const sizes = (height) => {
    canvas.width = parts.length * wide * sheet.ratio;
    canvas.height = height * sheet.ratio;
    const g = canvas.getContext("2d");
    g.fillStyle = "#fff";
    g.fillRect(0, 0, canvas.width, canvas.height);
    return Math.max(...parts.map((category, place) => paintPart(canvas, category, place * wide, sheet)));
  };
  sizes(Math.ceil(sizes(1200))); // once to measure the height
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function download(blob) {
  const link = make("a", { href: URL.createObjectURL(blob), download: shown().id + ".png" });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

async function copyPicture() {
  const blob = await paintPicture();
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
    say("The picture is copied. Its text alternative: " + shown().alt);
  } catch {
    download(blob);
    say("This browser does not let the page copy pictures: it is downloaded as " + shown().id + ".png.");
  }
}
