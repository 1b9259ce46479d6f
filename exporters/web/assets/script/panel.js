// Legend, search and list: what they let through is what the map shows.
const kListStep = 100;
const panel = { off: new Set(), query: '', listed: kListStep, items: new Map() };

function fits(place) {
  if (panel.off.has(place.kind) || panel.off.has(place.kind.label + '\n' + place.category)) return false;
  return panel.query.every((word) => searchText(place).includes(word));
}

function writeCount() {
  const shown = places.filter((place) => place.shown).length;
  write(document.getElementById('count'), shown === places.length ? say('count', { n: shown }) : say('countOf', { n: shown, all: places.length }));
}

function applyFilter() {
  for (const place of places) place.shown = fits(place);
  panel.listed = kListStep;
  map.closePopup();
  drawShapes();
  drawPoints();
  writeList();
  writeCount();
  document.getElementById('reset').hidden = panel.off.size === 0 && panel.query.length === 0;
}

function toggleKey(key, on) {
  if (on) panel.off.delete(key);
  else panel.off.add(key);
  applyFilter();
}

function legendRow(kind, symbol, label, count, key, small) {
  const box = make('input', { type: 'checkbox', checked: !panel.off.has(key), on: { change: (event) => toggleKey(key, event.target.checked) } });
  return make('label', { class: small ? 'row small' : 'row' }, box, symbolOf(kind, symbol, small ? 20 : 28), make('span', { class: 'label', text: label }), make('span', { class: 'number' }, String(count)));
}

function writeLegend() {
  const legend = document.getElementById('legend');
  legend.replaceChildren();
  for (const kind of kinds) {
    if (!kind.count) continue;
    legend.append(legendRow(kind, kind.symbol, kindName(kind), kind.count, kind, false));
    const counts = new Map();
    for (const place of places) if (place.kind === kind && place.category) counts.set(place.category, (counts.get(place.category) || 0) + 1);
    const list = make('div', { class: 'under' });
    for (const [category, count] of [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 60))
      list.append(legendRow(kind, symbolByCategory.get(category) || kind.symbol, category, count, kind.label + '\n' + category, true));
    if (counts.size) legend.append(list);
  }
}

function listItem(place) {
  const button = make('button', { type: 'button', 'data-id': place.id, 'aria-current': place === points.selected ? 'true' : null }, symbolOf(place.kind, place.symbol, 30));
  const text = make('span', { class: 'text' }, make('b', { text: nameOf(place) }));
  const second = valueOf(place, 'comment') || place.category || kindName(place.kind);
  text.append(make('span', { class: 'second', text: second.length > 70 ? second.slice(0, 70) + '…' : second }));
  button.append(make('span', { class: 'unseen', text: kindName(place.kind) }), text);
  button.addEventListener('click', () => points.onSelect(place, button));
  return make('li', {}, button);
}

function writeList() {
  const onlySeen = document.getElementById('in-view').checked;
  const bounds = onlySeen && map._loaded ? map.getBounds() : null;
  const wanted = places.filter((place) => place.shown && (!bounds || (place.at && bounds.contains(place.at))));
  const list = document.getElementById('list');
  list.replaceChildren(...wanted.slice(0, panel.listed).map(listItem));
  if (!wanted.length) list.append(make('li', { class: 'nothing', text: say('nothing') }));
  const more = document.getElementById('more');
  more.hidden = wanted.length <= panel.listed;
  write(more, say('more', { n: wanted.length - panel.listed }));
  panel.wanted = wanted;
}

// The list shows the chosen place, whatever it had to leave out so far.
function markInList(place) {
  const at = (panel.wanted || []).indexOf(place);
  if (at >= panel.listed) {
    panel.listed = at + 20;
    writeList();
  }
  for (const button of document.querySelectorAll('#list button')) {
    const chosen = place && button.dataset.id === place.id;
    if (chosen) {
      button.setAttribute('aria-current', 'true');
      button.scrollIntoView({ block: 'nearest' });
    } else {
      button.removeAttribute('aria-current');
    }
  }
}

document.getElementById('query').addEventListener('input', (event) => {
  panel.query = fold(event.target.value).split(/\s+/).filter((word) => word);
  applyFilter();
});
document.getElementById('in-view').addEventListener('change', writeList);
document.getElementById('more').addEventListener('click', () => {
  panel.listed += kListStep;
  writeList();
});
document.getElementById('reset').addEventListener('click', () => {
  panel.off.clear();
  panel.query = [];
  document.getElementById('query').value = '';
  writeLegend();
  applyFilter();
});
map.on('moveend', () => {
  if (document.getElementById('in-view').checked) writeList();
});
panel.query = [];
