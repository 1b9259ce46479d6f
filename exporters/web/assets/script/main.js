// Puts the parts together: choosing a place, the address bar, the voice.
function popupFor(place) {
  const popup = L.popup({ maxWidth: 340, minWidth: 240, maxHeight: Math.max(160, map.getSize().y - 90), autoPanPadding: [24, 24], offset: [0, -8] });
  return popup.setLatLng(place.at).setContent(detailsOf(place));
}

function remember(place) {
  const hash = place ? `#id=${encodeURIComponent(place.id)}` : ' ';
  try {
    history.replaceState(null, '', place ? hash : location.pathname + location.search);
  } catch (error) {
    if (place) location.hash = hash; // a browser that forbids it for files
  }
}

function choose(place, from) {
  points.selected = place;
  if (place.at) {
    const needsZoom = places.length > kClusterAbove && map.getZoom() < kClusterUntilZoom;
    if (needsZoom) map.setView(place.at, kClusterUntilZoom, { animate: false });
    else if (!map.getBounds().contains(place.at)) map.setView(place.at, Math.max(map.getZoom(), 15), { animate: false });
    drawPoints();
    const popup = popupFor(place);
    popup.openOn(map);
    document.body.classList.add('popup-open');
    document.getElementById('offline').hidden = true;
    const close = popup.getElement().querySelector('.leaflet-popup-close-button');
    if (close) close.setAttribute('aria-label', say('close'));
    const content = popup.getElement().querySelector('.details');
    content.focus({ preventScroll: true });
    content.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      map.closePopup(popup);
      if (from && from.isConnected) from.focus();
    });
  }
  remember(place);
  markInList(place);
}
points.onSelect = (place, from) => {
  if (!sheet.open) choose(place, from);
};

map.on('popupclose', () => {
  document.body.classList.remove('popup-open');
  points.selected = null;
  drawPoints();
  markInList(null);
  remember(null);
});

function followHash() {
  const found = /^#id=(.+)$/.exec(location.hash);
  if (!found) return;
  let id = found[1];
  try {
    id = decodeURIComponent(id);
  } catch (error) {
    // a lone % is part of the id
  }
  const place = places.find((one) => one.id === id);
  if (place && place !== points.selected) choose(place, null);
}

function writeHead() {
  write(document.getElementById('title'), titleOf());
  document.title = titleOf();
  const school = survey.school || shared('school');
  const grade = shared('grade');
  const parts = [school, grade && say('grade', { n: grade }), dates()].filter((text) => text);
  document.getElementById('subtitle').textContent = parts.join('　');
  document.getElementById('audience').hidden = survey.audience !== 'internal';
  document.body.classList.toggle('internal', survey.audience === 'internal');
  const easy = document.getElementById('easy');
  easy.setAttribute('aria-pressed', String(voice.easy));
  easy.hidden = voice.language !== 'ja';
}

function speak() {
  document.body.classList.toggle('easy', voice.easy);
  writeSkeleton();
  writeHead();
  writeMapWords();
  writeLegend();
  writeList();
  writeCount();
  if (sheet.open) {
    writeSheetTools();
    fillSheet();
  }
  writeQr();
}

document.getElementById('easy').addEventListener('click', () => {
  voice.easy = !voice.easy;
  points.onMap.forEach((marker) => symbolLayer.removeLayer(marker));
  points.onMap = new Map();
  map.closePopup();
  speak();
  drawPoints();
});
document.getElementById('fit').addEventListener('click', () => showAll());
document.getElementById('ground-button').addEventListener('click', (event) => {
  const choices = document.getElementById('ground');
  choices.hidden = !choices.hidden;
  event.currentTarget.setAttribute('aria-expanded', String(!choices.hidden));
});
document.getElementById('ground').addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  document.getElementById('ground').hidden = true;
  document.getElementById('ground-button').setAttribute('aria-expanded', 'false');
  document.getElementById('ground-button').focus();
});
window.addEventListener('hashchange', followHash);

document.getElementById('licence-text').textContent = survey.licences || '';
voice.language = survey.language === 'en' ? 'en' : 'ja';
voice.easy = Boolean(survey.easy) && voice.language === 'ja';
showAll();
drawShapes();
useBase(survey.tiles.base.length ? survey.tiles.base[0].id : '');
speak();
drawPoints();
followHash();
if (survey.sheet === 'blank') {
  openSheet();
  useBlank(true);
}
document.documentElement.classList.add('ready');
