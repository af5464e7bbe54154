// Pan and zoom, pointing and keys.
function setCamera(x, y, zoom) {
  const camera = state.camera;
  camera.zoom = Math.min(mostZoom, Math.max(1, zoom));
  const room = 0.5 / camera.zoom; // half of the visible part
  const within = (share) => (camera.zoom === 1 ? 0.5 : Math.min(1 - room / 2, Math.max(room / 2, share)));
  camera.x = within(x);
  camera.y = within(y);
}

/// Zooms so that the point under a pixel stays there.
function zoomAt(map, px, py, factor) {
  const before = map.toGround(px, py);
  const { x, y, zoom } = state.camera;
  setCamera(x, y, zoom * factor);
  const { width, height } = map.size;
  const { scale } = map.frame();
  setCamera((before.x - (px - width / 2) / scale) / ground.width, (before.y - (py - height / 2) / scale) / ground.height, state.camera.zoom);
  moved();
}

function panBy(map, dx, dy) {
  const { scale } = map.frame();
  const { x, y, zoom } = state.camera;
  setCamera(x - dx / (scale * ground.width), y - dy / (scale * ground.height), zoom);
  moved();
}

function showWard(ward) {
  const [left, top, right, bottom] = wardBoxes[ward];
  const share = Math.max((right - left) / ground.width, (bottom - top) / ground.height);
  setCamera((left + right) / 2 / ground.width, (top + bottom) / 2 / ground.height, Math.max(state.camera.zoom, Math.min(mostZoom, 0.3 / share)));
  moved();
}

/// Moves the map so that a ward is visible.
function bringIntoView(map, ward) {
  const { scale, x, y } = map.frame();
  const { width, height } = map.size;
  const px = pointX(ward) * scale + x;
  const py = pointY(ward) * scale + y;
  if (px > 20 && px < width - 20 && py > 20 && py < height - 20) return;
  setCamera(pointX(ward) / ground.width, pointY(ward) / ground.height, state.camera.zoom);
  moved();
}

const moves = {
  in: (map) => zoomAt(map, map.size.width / 2, map.size.height / 2, 1.5),
  out: (map) => zoomAt(map, map.size.width / 2, map.size.height / 2, 1 / 1.5),
  all: () => {
    setCamera(0.5, 0.5, 1);
    moved();
  },
  up: (map) => panBy(map, 0, 80),
  down: (map) => panBy(map, 0, -80),
  left: (map) => panBy(map, 80, 0),
  right: (map) => panBy(map, -80, 0),
};
const directions = { ArrowUp: [0, -1, "up"], ArrowDown: [0, 1, "down"], ArrowLeft: [-1, 0, "left"], ArrowRight: [1, 0, "right"] };
const zoomKeys = { "+": "in", "=": "in", "-": "out", _: "out", 0: "all" };

function goTowards(map, dx, dy) {
  const from = state.hover >= 0 ? state.hover : state.ward;
  const first = () => placesInOrder().find((ward) => passes(ward));
  const next = from < 0 ? first() : wardTowards(from, dx, dy);
  if (next === undefined) return;
  point(next, true);
  bringIntoView(map, next);
}

function listenToKeys(map) {
  map.canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = directions[event.key];
    if (direction && event.shiftKey) moves[direction[2]](map);
    else if (direction) goTowards(map, direction[0], direction[1]);
    else if (zoomKeys[event.key]) moves[zoomKeys[event.key]](map);
    else if (event.key === "Enter" || event.key === " ") keep(state.hover);
    else if (event.key === "Escape") letGo();
    else return;
    event.preventDefault();
  });
  map.canvas.addEventListener("blur", () => point(-1));
}

function listenToPointer(map) {
  const { canvas } = map;
  const down = new Map(); // last positions of pointers
  let wandered = 0;
  const at = (event) => ({ x: event.offsetX, y: event.offsetY });
  canvas.addEventListener("pointerdown", (event) => {
    down.set(event.pointerId, at(event));
    if (down.size === 1) wandered = 0;
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    const now = at(event);
    const before = down.get(event.pointerId);
    if (!before) {
      if (event.pointerType === "mouse") point(map.wardAtPixel(now.x, now.y));
      return;
    }
    down.set(event.pointerId, now);
    wandered += Math.hypot(now.x - before.x, now.y - before.y);
    if (down.size === 1) {
      if (wandered > 4) panBy(map, now.x - before.x, now.y - before.y);
      return;
    }
    const other = [...down].find(([id]) => id !== event.pointerId)[1];
    const wide = (a) => Math.hypot(a.x - other.x, a.y - other.y) || 1;
    panBy(map, (now.x - before.x) / 2, (now.y - before.y) / 2);
    zoomAt(map, (now.x + other.x) / 2, (now.y + other.y) / 2, wide(now) / wide(before));
  });
  const lift = (event) => {
    const place = down.get(event.pointerId);
    down.delete(event.pointerId);
    if (event.type === "pointerup" && place && wandered <= 4 && down.size === 0) {
      const ward = map.wardAtPixel(place.x, place.y);
      if (ward < 0 || ward === state.ward) letGo();
      else keep(ward);
    }
  };
  canvas.addEventListener("pointerup", lift);
  canvas.addEventListener("pointercancel", lift);
  canvas.addEventListener("pointerleave", () => point(-1));
  canvas.addEventListener(
    "wheel",
    (event) => {
      const outward = event.deltaY > 0;
      if (outward ? state.camera.zoom <= 1 : state.camera.zoom >= mostZoom) return; // the page scrolls
      event.preventDefault();
      zoomAt(map, event.offsetX, event.offsetY, Math.min(2, Math.max(0.5, 1.0015 ** -event.deltaY)));
    },
    { passive: false },
  );
}
