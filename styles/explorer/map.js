// The map: two canvases that share one camera.
const mostZoom = wardCount > 1000 ? 32 : 8;
const labelPx = 12;

class WardMap {
  constructor(section, category) {
    this.section = section;
    this.canvas = section.querySelector("canvas");
    this.category = category; // shown; null: nothing
    this.base = document.createElement("canvas"); // wards and texts, without the ward pointed at
    this.baseCamera = null;
    this.cost = 0; // of the last whole drawing, in ms
    this.later = 0;
  }

  /// In pixels of the page; on paper of the sheet.
  get size() {
    return this.sheet || { width: this.canvas.clientWidth, height: this.canvas.clientHeight };
  }

  /// From the ground to the pixels of the page.
  frame({ width, height } = this.size, camera = state.camera) {
    const pad = 8;
    const fit = Math.min((width - 2 * pad) / ground.width, (height - 2 * pad) / ground.height);
    const scale = fit * camera.zoom;
    return { scale, x: width / 2 - camera.x * ground.width * scale, y: height / 2 - camera.y * ground.height * scale };
  }

  toGround(px, py) {
    const { scale, x, y } = this.frame();
    return { x: (px - x) / scale, y: (py - y) / scale };
  }

  wardAtPixel(px, py) {
    const at = this.toGround(px, py);
    return wardAt(at.x, at.y);
  }

  /// Draws; while the map is being moved, a slow map is shifted first and drawn when it rests.
  draw(isMoving = false) {
    const category = this.category();
    if (!category || this.canvas.clientWidth === 0) return;
    clearTimeout(this.later);
    const { width, height } = this.size;
    const ratio = this.ratio || Math.max(1, window.devicePixelRatio || 1);
    const camera = state.camera;
    const slow = isMoving && this.cost > 30 && this.baseCamera;
    if (slow) {
      this.later = setTimeout(() => this.draw(), 120);
    } else if (!this.isFresh(width, height, ratio)) {
      const start = performance.now();
      this.base.width = Math.round(width * ratio);
      this.base.height = Math.round(height * ratio);
      paintMap(this.base.getContext("2d"), category, this.frame(), { width, height, ratio });
      this.baseCamera = { ...camera };
      this.fresh = [width, height, ratio, camera.x, camera.y, camera.zoom].join();
      this.cost = performance.now() - start;
    }
    this.compose(width, height, ratio);
  }

  isFresh(width, height, ratio) {
    const { x, y, zoom } = state.camera;
    return this.fresh === [width, height, ratio, x, y, zoom].join();
  }

  /// Called when the content changes.
  forget() {
    this.fresh = null;
  }

  compose(width, height, ratio) {
    const { canvas, base } = this;
    if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
    if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
    const g = canvas.getContext("2d");
    const now = this.frame();
    const then = this.frame(this.size, this.baseCamera);
    const grown = now.scale / then.scale;
    g.setTransform(ratio, 0, 0, ratio, 0, 0);
    g.fillStyle = "#fff";
    g.fillRect(0, 0, width, height);
    g.drawImage(base, now.x - then.x * grown, now.y - then.y * grown, width * grown, height * grown);
    for (const ward of new Set([state.ward, state.hover])) {
      if (ward >= 0) drawPointed(g, this.category(), ward, now, { width, height, ratio });
    }
    drawScaleBar(g, now.scale, height);
  }
}

/// Lines are thinner where wards are small, so that the map does not turn black.
const detailOf = (scale) => Math.min(1, Math.max(0.12, (usualDepth * scale) / 7));

function paintMap(g, category, frame, sheet) {
  const { scale, x, y } = frame;
  const { width, height, ratio } = sheet;
  g.setTransform(1, 0, 0, 1, 0, 0);
  g.fillStyle = "#fff";
  g.fillRect(0, 0, g.canvas.width, g.canvas.height);
  const seen = wardsInView(frame, width, height);
  g.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * x, ratio * y);
  fillWards(g, category, seen, ratio, scale);
  const detail = detailOf(scale);
  strokeLines(g, innerLines, data.border, scale, detail);
  strokeLines(g, outsideLines, data.outline, scale, Math.max(detail, 0.5));
  if (isFiltered()) {
    g.fillStyle = "rgba(255,255,255,.78)";
    for (const ward of seen) if (!passes(ward)) g.fill(wardPaths[ward], "evenodd");
  }
  outlineReadings(g, category, scale, detail);
  g.setTransform(ratio, 0, 0, ratio, 0, 0);
  drawCircles(g, category, frame, sheet);
  for (const ward of seen) if (passes(ward)) nameWard(g, category, ward, frame);
}

function wardsInView({ scale, x, y }, width, height) {
  const seen = [];
  for (let ward = 0; ward < wardCount; ward++) {
    const [left, top, right, bottom] = wardBoxes[ward];
    if (right * scale + x >= 0 && left * scale + x <= width && bottom * scale + y >= 0 && top * scale + y <= height) {
      seen.push(ward);
    }
  }
  return seen;
}

/// Plain wards first, so that the patterns of others stay whole.
function fillWards(g, category, seen, ratio, scale) {
  const { look } = category.wards;
  const patterns = data.looks.map((l) => (l.hatch ? patternOf(g, l.hatch, ratio, ratio * scale) : null));
  g.lineWidth = 0.6 / scale;
  g.lineJoin = "round";
  for (const isHatched of [false, true]) {
    for (const ward of seen) {
      const pattern = patterns[look[ward]];
      if (Boolean(pattern) !== isHatched) continue;
      g.fillStyle = g.strokeStyle = data.looks[look[ward]].colour;
      g.fill(wardPaths[ward], "evenodd");
      g.stroke(wardPaths[ward]); // no seam of paper between two wards
      if (!pattern) continue;
      g.fillStyle = pattern;
      g.fill(wardPaths[ward], "evenodd");
    }
  }
}

function strokeLines(g, path, line, scale, share, dash = []) {
  g.strokeStyle = line.colour;
  g.lineWidth = (line.pt * pxOfPt * share) / scale;
  g.lineJoin = "round";
  g.setLineDash(dash.map((pt) => (pt * pxOfPt * Math.max(share, 0.5)) / scale));
  g.stroke(path);
  g.setLineDash([]);
}

function outlineReadings(g, category, scale, detail) {
  const { evidence, cluster } = category.wards;
  if (!evidence) return;
  const chosen = (of, level) => [...of.keys()].filter((ward) => of[ward] === level && passes(ward));
  const draw = (path, name) => {
    for (const stroke of data.readingOutlines[name]) strokeLines(g, path, stroke, scale, detail, stroke.dash);
  };
  ["tentative", "firm"].forEach((name, place) => draw(linesAround(chosen(cluster, place + 1), true), "cluster-" + name));
  ["tentative", "firm"].forEach((name, place) => draw(linesAround(chosen(evidence, place + 1)), name));
}

/// Pixels per millimetre of the circles, which keep their size while the map grows.
const circlePx = ({ width, height }) => Math.min(width, height) / 100;

function drawCircles(g, category, { scale, x, y }, sheet) {
  const { radius } = category.wards;
  if (!radius) return;
  const order = [...radius.keys()].filter((ward) => radius[ward] > 0 && passes(ward)).sort((a, b) => radius[b] - radius[a]);
  for (const ward of order) {
    g.beginPath();
    g.arc(pointX(ward) * scale + x, pointY(ward) * scale + y, radius[ward] * circlePx(sheet), 0, 2 * Math.PI);
    g.fillStyle = category.legend.circle;
    g.fill();
    g.strokeStyle = "#fff";
    g.lineWidth = 0.8;
    g.stroke();
  }
}

const wordWidths = new Map();
function widthOf(g, words) {
  const key = g.font + words;
  if (!wordWidths.has(key)) wordWidths.set(key, g.measureText(words).width);
  return wordWidths.get(key);
}

/// The name in one to three lines that fit a circle of `depth` pixels with the space above them.
function fittingLines(g, name, depth, above) {
  const words = name.split(" ");
  for (let lines = 1; lines <= Math.min(3, words.length); lines++) {
    const parts = [];
    const share = name.length / lines;
    for (const word of words) {
      const last = parts.length - 1;
      if (last >= 0 && (parts[last].length + word.length / 2 < share || parts.length === lines)) parts[last] += " " + word;
      else parts.push(word);
    }
    const half = Math.max(...parts.map((part) => widthOf(g, part))) / 2;
    if (Math.hypot(half, (parts.length * labelPx * 1.15 + above) / 2) <= depth * 1.12) return parts;
  }
  return null;
}

function nameWard(g, category, ward, { scale, x, y }) {
  const depth = depthOf(ward) * scale;
  if (depth < 4) return;
  const { reading, look } = category.wards;
  const row = reading && category.legend.readings[reading[ward]];
  const mark = row && row.mark.length > 0 ? row.mark : null;
  const size = Math.min(2.8 * pxOfMm, 1.3 * depth);
  const above = mark ? size + 3 : 0;
  g.font = (isUnstable(category, ward) ? "italic " : "") + labelPx + 'px "Open Sans", "Segoe UI", Arial, sans-serif';
  const px = pointX(ward) * scale + x;
  const py = pointY(ward) * scale + y;
  const lines = depth < 10 ? null : fittingLines(g, nameOf(ward), depth, above);
  const tall = lines ? lines.length * labelPx * 1.15 : 0;
  if (mark) drawMark(g, mark, px, py - (lines ? tall / 2 : 0), size);
  if (!lines) return;
  g.textAlign = "center";
  g.textBaseline = "middle";
  const { colour, ink } = data.looks[look[ward]];
  lines.forEach((line, place) => {
    const at = py + above / 2 + (place - (lines.length - 1) / 2) * labelPx * 1.15;
    g.strokeStyle = category.wards.radius ? "#fff" : colour;
    g.lineWidth = 3;
    g.strokeText(line, px, at);
    g.fillStyle = ink;
    g.fillText(line, px, at);
  });
}

/// A ward that is kept or under the pointer: a blue line, its name and its figure.
function drawPointed(g, category, ward, { scale, x, y }, { width, height, ratio }) {
  g.save();
  g.setTransform(ratio * scale, 0, 0, ratio * scale, ratio * x, ratio * y);
  for (const [colour, px] of [["#fff", 6], ["#00508c", 3]]) {
    g.strokeStyle = colour;
    g.lineWidth = px / scale;
    g.lineJoin = "round";
    g.stroke(wardPaths[ward]);
  }
  g.restore();
  const words = nameOf(ward) + ": " + wordsOf(category, "value", ward);
  g.font = '600 14px "Open Sans", "Segoe UI", Arial, sans-serif';
  const wide = Math.min(g.measureText(words).width + 14, width - 8);
  const [left, top, right, bottom] = wardBoxes[ward];
  const middle = ((left + right) / 2) * scale + x;
  const over = top * scale + y - 32;
  const atX = Math.max(4, Math.min(width - wide - 4, middle - wide / 2));
  const atY = Math.max(4, Math.min(height - 30, over >= 4 ? over : bottom * scale + y + 6));
  g.fillStyle = "#fff";
  g.strokeStyle = "#00508c";
  g.lineWidth = 1.5;
  g.fillRect(atX, atY, wide, 25);
  g.strokeRect(atX, atY, wide, 25);
  g.fillStyle = "#1a1a1a";
  g.textAlign = "left";
  g.textBaseline = "middle";
  g.fillText(words, atX + 7, atY + 13, wide - 14);
}

function drawScaleBar(g, scale, height) {
  const most = (110 * ground.metres) / scale;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = [5, 2, 1].map((step) => step * power).find((length) => length <= most);
  const long = (metres / ground.metres) * scale;
  const words = metres >= 1000 ? number(metres / 1000) + " km" : number(metres) + " m";
  const y = height - 10;
  g.fillStyle = "rgba(255,255,255,.85)";
  g.fillRect(6, y - 20, long + 12, 26);
  g.strokeStyle = g.fillStyle = "#1a1a1a";
  g.lineWidth = 1.5;
  g.beginPath();
  g.moveTo(12, y - 5);
  g.lineTo(12, y);
  g.lineTo(12 + long, y);
  g.lineTo(12 + long, y - 5);
  g.stroke();
  g.font = "12px Arial, sans-serif";
  g.textAlign = "left";
  g.textBaseline = "alphabetic";
  g.fillText(words, 16, y - 7);
}
