// The map itself: background tiles, hazard overlays, scale, north, and what is left when there is no network.
const map = L.map('map', { zoomControl: false, attributionControl: false, worldCopyJump: true, maxZoom: 19, minZoom: 3, zoomSnap: 0.5, wheelPxPerZoomLevel: 90 });
const ground = { base: null, baseLayer: null, overlays: new Map(), opacity: 0.6 };
L.control.scale({ imperial: false, maxWidth: 140 }).addTo(map);

const safeLink = (url) => (/^https?:\/\//i.test(url || '') ? url : null);

const northControl = L.control({ position: 'topleft' });
northControl.onAdd = () => {
  const drawing = svg('svg', { viewBox: '0 0 30 40', width: 27, height: 36, role: 'img', 'aria-label': say('north') });
  drawing.append(
    svg('path', { d: 'M15 1L25 30L15 24z', fill: '#1b2733' }),
    svg('path', { d: 'M15 1L5 30L15 24z', fill: '#ffffff', stroke: '#1b2733', 'stroke-width': 1.2, 'stroke-linejoin': 'round' }),
    svg('text', { x: 15, y: 39, 'text-anchor': 'middle', 'font-size': 9.5, 'font-weight': 700, fill: '#1b2733' }),
  );
  drawing.lastChild.textContent = 'N';
  return make('div', { class: 'north' }, drawing);
};

// The sources of what is shown now, as their terms ask; also in print.
function writeCredits() {
  const line = document.getElementById('credits');
  line.textContent = '';
  const told = new Set();
  const sources = [ground.base, ...[...ground.overlays.keys()]].filter((source) => source);
  for (const source of sources) {
    const text = inLanguage(source.attribution);
    if (!text || told.has(text)) continue;
    if (told.size) line.append('・');
    told.add(text);
    const link = safeLink(source.link);
    line.append(link ? make('a', { href: link, target: '_blank', rel: 'noopener noreferrer', text }) : make('span', { text }));
  }
  if (survey.credit) line.append(told.size ? '・' : '', make('span', { text: survey.credit }));
  line.hidden = !line.textContent;
}

function tilesOf(source, options) {
  return L.layerGroup(
    source.urls.map((url) => L.tileLayer(url, { minNativeZoom: source.minZoom, maxNativeZoom: source.maxZoom, maxZoom: 19, ...options })),
  );
}

function showOffline(offline) {
  document.getElementById('offline').hidden = !offline;
  document.getElementById('map').classList.toggle('plain', offline || !ground.base);
}
document.getElementById('offline-close').addEventListener('click', () => {
  document.getElementById('offline').hidden = true;
});

// Told once, when tiles fail before any has come.
function watchNetwork(layers) {
  let seen = false;
  let failed = 0;
  layers.eachLayer((layer) => {
    layer.on('tileload', () => {
      seen = true;
      showOffline(false);
    });
    layer.on('tileerror', () => {
      if (!seen && ++failed === 2) showOffline(true);
    });
  });
}

function useBase(id) {
  if (ground.baseLayer) ground.baseLayer.remove();
  ground.base = survey.tiles.base.find((source) => source.id === id) || null;
  ground.baseLayer = null;
  showOffline(false);
  if (ground.base) {
    ground.baseLayer = tilesOf(ground.base, { zIndex: 1 });
    watchNetwork(ground.baseLayer);
    ground.baseLayer.addTo(map);
  }
  writeCredits();
}

function useOverlay(source, wanted) {
  if (wanted && !ground.overlays.has(source)) {
    const layer = tilesOf(source, { zIndex: 2, opacity: ground.opacity });
    ground.overlays.set(source, layer);
    layer.addTo(map);
  } else if (!wanted && ground.overlays.has(source)) {
    ground.overlays.get(source).remove();
    ground.overlays.delete(source);
  }
  writeCredits();
}

function useOpacity(value) {
  ground.opacity = value;
  for (const layer of ground.overlays.values()) layer.eachLayer((tiles) => tiles.setOpacity(value));
}

// Radio buttons, check boxes and a slider: what every keyboard and screen reader knows.
function writeGroundChoices() {
  const base = document.getElementById('bases');
  base.replaceChildren(make('legend', { text: say('background') }));
  for (const source of [...survey.tiles.base, { id: '', title: say('noBackground') }]) {
    const chosen = (ground.base ? ground.base.id : '') === source.id;
    const input = make('input', { type: 'radio', name: 'base', value: source.id, checked: chosen, on: { change: () => useBase(source.id) } });
    base.append(make('label', {}, input, make('span', { text: inLanguage(source.title) })));
  }
  const overlays = document.getElementById('overlays');
  overlays.hidden = !survey.tiles.overlays.length;
  overlays.replaceChildren(make('legend', { text: say('overlays') }));
  for (const source of survey.tiles.overlays) {
    const input = make('input', { type: 'checkbox', checked: ground.overlays.has(source), on: { change: (event) => useOverlay(source, event.target.checked) } });
    overlays.append(make('label', {}, input, make('span', { text: inLanguage(source.title) })));
  }
  const slider = make('input', { type: 'range', min: 0.1, max: 1, step: 0.1, value: ground.opacity, on: { input: (event) => useOpacity(Number(event.target.value)) } });
  overlays.append(make('label', { class: 'slider' }, make('span', { text: say('opacity') }), slider));
}

let zoomControl = null;
function writeMapWords() {
  if (zoomControl) zoomControl.remove();
  zoomControl = L.control.zoom({ position: 'topleft', zoomInTitle: say('zoomIn'), zoomOutTitle: say('zoomOut') }).addTo(map);
  northControl.remove();
  northControl.addTo(map);
  writeGroundChoices();
  writeCredits();
}

// The outline of the district, when one was given.
if (survey.boundary)
  L.geoJSON(survey.boundary, { interactive: false, style: { color: '#4d5a68', weight: 2.5, dashArray: '8 5', fillColor: '#ffffff', fillOpacity: 0.18 }, pointToLayer: () => null }).addTo(map);
