// Borders: arcs of whole numbers, each shared by the wards on both its sides.
const ground = data.ground;

const arcs = ground.arcs.map((steps) => {
  const points = new Int32Array(steps.length);
  for (let i = 0, x = 0, y = 0; i < steps.length; i += 2) {
    points[i] = x += steps[i];
    points[i + 1] = y += steps[i + 1];
  }
  return points;
});

function addArc(path, index, isFirst) {
  const backwards = index < 0;
  const points = arcs[backwards ? -1 - index : index];
  const last = points.length - 2;
  for (let i = 0; i <= last; i += 2) {
    const at = backwards ? last - i : i;
    if (i > 0) path.lineTo(points[at], points[at + 1]);
    else if (isFirst) path.moveTo(points[at], points[at + 1]);
  }
}

const wardPaths = ground.wards.map((rings) => {
  const path = new Path2D();
  for (const ring of rings) {
    ring.forEach((arc, place) => addArc(path, arc, place === 0));
    path.closePath();
  }
  return path;
});

/// Left, top, right and bottom of each ward.
const wardBoxes = ground.wards.map((rings) => {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const arc of ring) {
      const points = arcs[arc < 0 ? -1 - arc : arc];
      for (let i = 0; i < points.length; i += 2) {
        box[0] = Math.min(box[0], points[i]);
        box[1] = Math.min(box[1], points[i + 1]);
        box[2] = Math.max(box[2], points[i]);
        box[3] = Math.max(box[3], points[i + 1]);
      }
    }
  }
  return box;
});

function pathOfArcs(indices) {
  const path = new Path2D();
  for (const index of indices) addArc(path, index, true);
  return path;
}
const isOutside = new Set(ground.outside);
const innerLines = pathOfArcs([...arcs.keys()].filter((arc) => !isOutside.has(arc)));
const outsideLines = pathOfArcs(ground.outside);

/// The borders of some wards, each once, even where two of them meet.
function linesAround(wards, outsideOnly = false) {
  const used = new Set();
  const shared = new Set();
  for (const ward of wards) {
    for (const ring of ground.wards[ward]) {
      for (const way of ring) {
        const arc = way < 0 ? -1 - way : way;
        if (used.has(arc)) shared.add(arc);
        used.add(arc);
      }
    }
  }
  if (outsideOnly) for (const arc of shared) used.delete(arc);
  return pathOfArcs(used);
}

const pointX = (ward) => ground.points[3 * ward];
const pointY = (ward) => ground.points[3 * ward + 1];
const depthOf = (ward) => ground.points[3 * ward + 2];
/// The median depth of the wards.
const usualDepth = Array.from({ length: wardCount }, (_, ward) => depthOf(ward)).sort((a, b) => a - b)[wardCount >> 1];

const probe = document.createElement("canvas").getContext("2d");
function wardAt(x, y) {
  for (let ward = 0; ward < wardCount; ward++) {
    const [left, top, right, bottom] = wardBoxes[ward];
    if (x < left || x > right || y < top || y > bottom) continue;
    if (probe.isPointInPath(wardPaths[ward], x, y, "evenodd")) return ward;
  }
  return -1;
}

/// The nearest ward in a direction: those straight ahead are preferred to those at the side.
function wardTowards(from, dx, dy) {
  let nearest = from;
  let least = Infinity;
  for (let ward = 0; ward < wardCount; ward++) {
    if (ward === from || !passes(ward)) continue;
    const ahead = (pointX(ward) - pointX(from)) * dx + (pointY(ward) - pointY(from)) * dy;
    const aside = Math.abs((pointX(ward) - pointX(from)) * dy) + Math.abs((pointY(ward) - pointY(from)) * dx);
    const distance = ahead + 2 * aside;
    if (ahead > 0 && aside <= 2 * ahead && distance < least) {
      least = distance;
      nearest = ward;
    }
  }
  return nearest;
}
