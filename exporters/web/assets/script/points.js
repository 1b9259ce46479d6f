// Places on the map: symbols, clusters above some hundred, dots on a canvas above some hundred in sight at once.
const kClusterAbove = 300;
const kClusterCell = 72; // pixels
const kClusterUntilZoom = 17;
const kDotsAbove = 600; // single symbols in sight
const kNumbered = 200; // on paper

const symbolLayer = L.layerGroup().addTo(map);
const leaderLayer = L.layerGroup().addTo(map);
const shapeLayer = L.featureGroup().addTo(map);
const dotRenderer = L.canvas({ padding: 0.1 });
const points = { onMap: new Map(), numbers: null, size: 38, blank: false, selected: null, onSelect: () => {} };

for (const place of places) {
  if (place.at) place.world = map.project(place.at, 0);
}

function styleOf(place) {
  const route = /LineString/.test(place.shape.type);
  return { color: fillOf(place.kind), weight: route ? 6 : 3, opacity: 0.9, fillOpacity: 0.22, dashArray: place.kind.shape === 'diamond' ? '14 7' : null, lineJoin: 'round' };
}

for (const place of places) {
  if (!place.shape) continue;
  place.drawn = L.geoJSON({ type: 'Feature', properties: {}, geometry: place.shape }, { style: () => styleOf(place), pointToLayer: (_, at) => L.circleMarker(at, { radius: 5 }) });
  place.drawn.on('click', () => points.onSelect(place, null));
}

const Dot = L.CircleMarker.extend({
  // Canvas has no shapes of its own but circles: a dot keeps the kind's outline.
  _updatePath() {
    const context = this._renderer._ctx;
    if (!context || !this._renderer._drawing || this._empty()) return;
    const at = this._point;
    const scale = this._radius / 14;
    context.save();
    context.translate(at.x - 16 * scale, at.y - 16 * scale);
    context.scale(scale, scale);
    const outline = (this.options.kind.path ??= new Path2D(outlines[this.options.kind.shape]));
    context.fillStyle = fillOf(this.options.kind);
    context.fill(outline);
    context.lineWidth = 2.2;
    context.strokeStyle = '#ffffff';
    context.stroke(outline);
    context.restore();
  },
});

function symbolMarker(place, number, at = place.at) {
  const size = number === null ? 34 : points.size;
  const icon = L.divIcon({ className: 'symbol' + (place === points.selected ? ' chosen' : ''), html: symbolOf(place.kind, place.symbol, size, number, points.blank), iconSize: [size, size] });
  const marker = L.marker(at, { icon, keyboard: true, riseOnHover: true, zIndexOffset: place === points.selected ? 1000 : 0 });
  marker.on('add', () => {
    const element = marker.getElement();
    element.setAttribute('aria-label', `${number === null ? '' : number + ' '}${kindName(place.kind)} ${nameOf(place)}`);
    element.dataset.id = place.id;
  });
  marker.on('click', () => points.onSelect(place, marker.getElement()));
  marker.on('keypress', (event) => {
    if (event.originalEvent.key === 'Enter' || event.originalEvent.key === ' ') points.onSelect(place, marker.getElement());
  });
  return marker;
}

function clusterMarker(members) {
  let x = 0;
  let y = 0;
  for (const place of members) {
    x += place.world.x;
    y += place.world.y;
  }
  const { drawing, size } = ringOf(members);
  const at = map.unproject(L.point(x / members.length, y / members.length), 0);
  const marker = L.marker(at, { icon: L.divIcon({ className: 'cluster', html: drawing, iconSize: [size, size] }), keyboard: true });
  marker.on('add', () => marker.getElement().setAttribute('aria-label', say('cluster', { n: members.length })));
  marker.on('click', () => {
    const bounds = L.latLngBounds(members.map((place) => place.at));
    const zoom = Math.max(map.getBoundsZoom(bounds.pad(0.2)), map.getZoom() + 1);
    map.setView(bounds.getCenter(), Math.min(zoom, map.getMaxZoom()));
  });
  return marker;
}

function dot(place) {
  const marker = new Dot(place.at, { renderer: dotRenderer, radius: points.numbers ? 4 : 8, kind: place.kind });
  marker.on('click', () => points.onSelect(place, null));
  return marker;
}

// The places that the window shows, in cells of the zoom's own grid, so that panning does not regroup them.
function placesInSight() {
  const scale = 2 ** map.getZoom();
  const window_ = map.getPixelBounds();
  const margin = points.numbers ? -4 : 40;
  const inSight = [];
  for (const place of places) {
    if (!place.shown || !place.at) continue;
    const x = place.world.x * scale;
    const y = place.world.y * scale;
    if (x < window_.min.x - margin || x > window_.max.x + margin || y < window_.min.y - margin || y > window_.max.y + margin) continue;
    inSight.push(place);
  }
  return inSight;
}

function group(inSight) {
  const scale = 2 ** map.getZoom();
  const cells = new Map();
  for (const place of inSight) {
    const key = `${Math.floor((place.world.x * scale) / kClusterCell)}/${Math.floor((place.world.y * scale) / kClusterCell)}`;
    const cell = cells.get(key);
    if (cell) cell.push(place);
    else cells.set(key, [place]);
  }
  return [...cells.values()];
}

// Numbers on paper must all be read, so those that lie on each other move apart; a line leads to their place.
function spread(numbered) {
  const least = points.size * 0.92;
  const at = numbered.map((place) => map.latLngToContainerPoint(place.at));
  const moved = at.map((point) => point.clone());
  for (let round = 0; round < 60; ++round) {
    let still = true;
    for (let i = 0; i < moved.length; ++i)
      for (let j = i + 1; j < moved.length; ++j) {
        let dx = moved[j].x - moved[i].x;
        let dy = moved[j].y - moved[i].y;
        let distance = Math.hypot(dx, dy);
        if (distance >= least) continue;
        still = false;
        // Places that are the same part in a direction of their own.
        if (distance < 0.5) [dx, dy, distance] = [Math.cos(j * 2.4), Math.sin(j * 2.4), 1];
        const push = (least - distance) / 2 / distance;
        moved[i] = moved[i].subtract([dx * push, dy * push]);
        moved[j] = moved[j].add([dx * push, dy * push]);
      }
    if (still) break;
  }
  return new Map(numbered.map((place, i) => [place, { at: map.containerPointToLatLng(moved[i]), moved: at[i].distanceTo(moved[i]) > 2 }]));
}

function drawLeaders(spots) {
  leaderLayer.clearLayers();
  for (const [place, spot] of spots) {
    if (!spot.moved) continue;
    leaderLayer.addLayer(L.polyline([place.at, spot.at], { color: '#1b2733', weight: 1.5, interactive: false }));
    leaderLayer.addLayer(L.circleMarker(place.at, { radius: 3, color: '#ffffff', weight: 1, fillColor: '#1b2733', fillOpacity: 1, interactive: false }));
  }
}

function drawPoints() {
  if (!map._loaded) return;
  const inSight = placesInSight();
  const wanted = new Map();
  const put = (key, build) => wanted.set(key, points.onMap.get(key) || build());
  const state = `${points.blank}${points.size}${points.numbers ? 'n' : ''}${voice.language}`;
  if (points.numbers) {
    const numbered = inSight.slice(0, kNumbered);
    points.numbers = new Map(numbered.map((place, at) => [place, at + 1]));
    const spots = spread(numbered);
    drawLeaders(spots);
    for (const place of inSight) {
      const number = points.numbers.get(place);
      const spot = spots.get(place);
      if (number) put(`s${place.index}/${number}/${spot.at.lat}/${spot.at.lng}/${state}`, () => symbolMarker(place, number, spot.at));
      else put(`d${place.index}/${state}`, () => dot(place));
    }
  } else {
    leaderLayer.clearLayers();
    const grouped = places.length > kClusterAbove && map.getZoom() < kClusterUntilZoom ? group(inSight) : inSight.map((place) => [place]);
    const singles = grouped.filter((members) => members.length === 1).length;
    for (const members of grouped) {
      const place = members[0];
      if (members.length > 1) put(`c${map.getZoom()}/${place.index}/${members.length}`, () => clusterMarker(members));
      else if (singles > kDotsAbove) put(`d${place.index}/${state}`, () => dot(place));
      else put(`s${place.index}/${place === points.selected}/${state}`, () => symbolMarker(place, null));
    }
  }
  for (const [key, marker] of points.onMap) if (!wanted.has(key)) symbolLayer.removeLayer(marker);
  for (const [key, marker] of wanted) if (!points.onMap.has(key)) symbolLayer.addLayer(marker);
  points.onMap = wanted;
}

function drawShapes() {
  for (const place of places) {
    if (!place.drawn) continue;
    if (place.shown) shapeLayer.addLayer(place.drawn);
    else shapeLayer.removeLayer(place.drawn);
  }
}

function boundsOf(list) {
  const bounds = L.latLngBounds([]);
  for (const place of list) {
    if (place.at) bounds.extend(place.at);
    if (place.drawn) bounds.extend(place.drawn.getBounds());
  }
  return bounds;
}

function showAll(options = {}) {
  let bounds = boundsOf(places.filter((place) => place.shown));
  if (!bounds.isValid()) bounds = boundsOf(places);
  if (!bounds.isValid()) bounds = L.latLngBounds([[24, 123], [46, 146]]);
  map.fitBounds(bounds, { padding: [36, 36], maxZoom: 17, animate: false, ...options });
}

map.on('moveend', drawPoints);
