// The view as a fragment of the page's address, so that it can be shared.
function fragment() {
  const part = new URLSearchParams();
  part.set("map", data.categories[state.category].id);
  if (state.step >= 0) part.set("period", shown().period);
  if (compared()) part.set("with", compared().id);
  if (state.ward >= 0) part.set("ward", data.wards.code[state.ward]);
  if (state.rows.size > 0) part.set("bands", [...state.rows].sort((a, b) => a - b).join("."));
  if (state.readings.size > 0) part.set("readings", [...state.readings].map((place) => shown().legend.readings[place].name).join("."));
  if (state.find.trim()) part.set("find", state.find.trim());
  const { column, down } = state.sort;
  if (column !== "rank" || down) part.set("sort", (down ? "-" : "") + column);
  const { x, y, zoom } = state.camera;
  if (zoom > 1) part.set("view", [x, y, zoom].map((n) => n.toFixed(3)).join("_"));
  return "#" + part;
}

/// Reads a view from the address; unknown parts are ignored.
function readFragment() {
  const part = new URLSearchParams(location.hash.slice(1));
  const placeOf = (id) => data.categories.findIndex((category) => category.id === id);
  const list = (name) => (part.get(name) || "").split(".").filter(Boolean);
  state.category = Math.max(0, placeOf(part.get("map")));
  const steps = data.categories[state.category].steps || [];
  state.step = steps.findIndex((step) => step.period === part.get("period"));
  state.compare = placeOf(part.get("with"));
  state.ward = data.wards.code.indexOf(part.get("ward"));
  const { rows, readings } = shown().legend;
  state.rows = new Set(list("bands").map(Number).filter((place) => place in rows));
  state.readings = new Set(list("readings").map((name) => readings.findIndex((row) => row.name === name)).filter((place) => place >= 0));
  state.find = part.get("find") || "";
  const sort = part.get("sort") || "rank";
  state.sort = { column: sort.replace("-", ""), down: sort.startsWith("-") };
  const [x, y, zoom] = (part.get("view") || "").split("_").map(Number);
  if (zoom > 0 && x >= 0 && x <= 1 && y >= 0 && y <= 1) setCamera(x, y, zoom);
  else setCamera(0.5, 0.5, 1);
}

let shareLater = 0;
function shareSoon() {
  clearTimeout(shareLater);
  shareLater = setTimeout(share, 300);
}
function share() {
  clearTimeout(shareLater);
  if (fragment() !== location.hash) history.replaceState(null, "", fragment());
  if (!byId("link-field").hidden) byId("link").value = location.href;
}

async function copyLink() {
  share();
  try {
    await navigator.clipboard.writeText(location.href);
    say("The link to this view is copied.");
  } catch {
    byId("link-field").hidden = false;
    byId("link").value = location.href;
    byId("link").focus();
    byId("link").select();
    say("This browser does not let the page copy. The link is marked: copy it with Ctrl+C.");
  }
}
