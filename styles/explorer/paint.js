// Fills, hatches and marks, as on the sheets.
const pxOfPt = 96 / 72;
const pxOfMm = 96 / 25.4;

const tiles = new Map();

/// A tile of a hatch, `ratio` device pixels to one of the page. Lines run along the tile and are
/// turned by the pattern.
function tileOf(hatch, ratio) {
  const key = JSON.stringify([hatch, ratio]);
  if (tiles.has(key)) return tiles.get(key);
  const side = Math.max(2, Math.round(hatch.mm * pxOfMm * ratio));
  const width = hatch.pt * pxOfPt * ratio;
  const tile = document.createElement("canvas");
  tile.width = tile.height = side;
  const g = tile.getContext("2d");
  g.fillStyle = hatch.colour;
  if (hatch.kind === "dots") {
    g.beginPath();
    g.arc(side / 2, side / 2, width / 2, 0, 2 * Math.PI);
    g.fill();
  } else {
    g.fillRect(0, (side - width) / 2, side, width);
    if (hatch.kind === "crossed") g.fillRect((side - width) / 2, 0, width, side);
  }
  tiles.set(key, tile);
  return tile;
}

/// The pattern of a hatch on a canvas whose units are `unit` device pixels wide.
function patternOf(g, hatch, ratio, unit) {
  const pattern = g.createPattern(tileOf(hatch, ratio), "repeat");
  pattern.setTransform(new DOMMatrix().scale(1 / unit).rotate(-hatch.angle));
  return pattern;
}

function drawMark(g, mark, x, y, size) {
  for (const shape of mark) {
    g.beginPath();
    for (const ring of shape.rings) {
      for (let i = 0; i < ring.length; i += 2) g.lineTo(x + size * ring[i], y + size * ring[i + 1]);
      g.closePath();
    }
    g.fillStyle = shape.fill;
    g.strokeStyle = shape.stroke.colour;
    g.lineWidth = shape.stroke.pt * pxOfPt;
    g.lineJoin = "round";
    g.stroke();
    g.fill();
    g.stroke();
  }
}

/// A box of a look, for legend and table.
function drawSwatch(g, look, x, y, width, height, ratio) {
  g.fillStyle = look.colour;
  g.fillRect(x, y, width, height);
  if (look.hatch) {
    g.fillStyle = patternOf(g, look.hatch, ratio, ratio);
    g.fillRect(x, y, width, height);
  }
  g.strokeStyle = data.border.colour;
  g.lineWidth = 1;
  g.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
}

/// A small picture in the page; its meaning is in the text next to it.
function smallCanvas(width, height, draw) {
  const ratio = Math.max(2, window.devicePixelRatio || 1);
  const canvas = make("canvas", { width: width * ratio, height: height * ratio, "aria-hidden": "true" });
  canvas.style.width = width + "px";
  canvas.style.height = height + "px";
  const g = canvas.getContext("2d");
  g.scale(ratio, ratio);
  draw(g, ratio);
  return canvas;
}
const swatch = (look) => smallCanvas(28, 16, (g, ratio) => drawSwatch(g, data.looks[look], 0, 0, 28, 16, ratio));
const markPicture = (mark, width = 28) => smallCanvas(width, 16, (g) => drawMark(g, mark, width / 2, 8, 11));
