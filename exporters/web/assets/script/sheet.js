// The printed sheet: a page with map, legend, scale, north, sources and numbers, then the list of the numbers. On the
// screen the same sheet is the preview.
const sheet = { open: false, paper: 'A4', landscape: true, blank: false, place: null };
const kPaper = { A4: [210, 297], A3: [297, 420] };

const pageRule = () => {
  for (const one of document.styleSheets)
    for (const rule of one.cssRules) if (rule instanceof CSSPageRule && rule.selectorText === '') return rule;
  return null;
};

function fillSheetMeta() {
  const line = document.getElementById('sheet-meta');
  line.replaceChildren();
  const school = survey.school || shared('school');
  const grade = shared('grade');
  for (const text of [school, grade && say('grade', { n: grade }), dates()]) if (text) line.append(make('span', { text }));
}

function fillSheetLegend() {
  const legend = document.getElementById('sheet-legend');
  legend.replaceChildren();
  const seen = new Set(placesInSight().map((place) => place.kind));
  for (const kind of kinds)
    if (seen.has(kind)) legend.append(make('span', { class: 'entry' }, symbolOf(kind, kind.symbol, 26, null, sheet.blank), make('span', { text: kindName(kind) })));
}

function numberedRow(place, number, withReason) {
  const cells = [make('td', {}, symbolOf(place.kind, place.symbol, 30, number)), make('td', {}, make('b', { text: nameOf(place) })), make('td', { text: [kindName(place.kind), place.category].filter((text) => text).join('・') }), make('td', { text: valueOf(place, 'comment') })];
  if (withReason) cells.push(make('td', { text: reasonOf(place) }));
  return make('tr', {}, ...cells);
}

function fillSheetList() {
  const pages = document.getElementById('sheet-list');
  pages.replaceChildren();
  const numbers = [...points.numbers];
  const banner = survey.audience === 'internal' ? make('p', { class: 'audience', text: say('internal') }) : null;
  if (sheet.blank) {
    const frames = make('div', { class: 'frames' });
    for (const [place, number] of numbers)
      frames.append(make('section', { class: 'frame' }, make('h3', {}, symbolOf(place.kind, place.symbol, 30, number, true), make('span', { class: 'line' })), make('div', { class: 'photo-frame', text: say('photoHere') }), make('p', { text: say('commentHere') }), make('span', { class: 'line' }), make('span', { class: 'line' }), make('span', { class: 'line' })));
    pages.append(make('div', { class: 'list-page' }, banner, make('h2', { text: titleOf() }), frames));
  } else {
    const withReason = numbers.some(([place]) => reasonOf(place));
    const head = ['number', 'name', 'what', 'comment', ...(withReason ? ['reason'] : [])].map((word) => make('th', { scope: 'col', text: say(word) }));
    const top = make('tr', {}, make('th', { colspan: head.length, class: 'top' }, banner, make('span', { text: `${titleOf()}　${say('listTitle')}` })));
    pages.append(make('table', { class: 'list-page' }, make('thead', {}, top, make('tr', {}, ...head)), make('tbody', {}, ...numbers.map(([place, number]) => numberedRow(place, number, withReason)))));
  }
  const rest = placesInSight().length - numbers.length;
  const note = document.getElementById('sheet-cut');
  note.hidden = rest <= 0;
  write(note, say('cut', { n: numbers.length, rest }));
}

function fillSheet() {
  if (!sheet.open) return;
  write(document.getElementById('sheet-heading'), titleOf());
  fillSheetMeta();
  fillSheetLegend();
  fillSheetList();
}

function layOutSheet() {
  const [short, long] = kPaper[sheet.paper];
  const [width, height] = sheet.landscape ? [long, short] : [short, long];
  const page = document.getElementById('sheet-page');
  page.style.width = `${width - 20}mm`;
  page.style.height = `${height - 21}mm`;
  document.getElementById('sheet-list').style.width = `${width - 20}mm`;
  const rule = pageRule();
  if (rule) rule.style.setProperty('size', `${sheet.paper} ${sheet.landscape ? 'landscape' : 'portrait'}`);
  points.blank = sheet.blank;
  points.size = sheet.paper === 'A3' ? 46 : 38;
  points.numbers = new Map();
  document.body.classList.toggle('blank', sheet.blank);
  map.invalidateSize({ animate: false });
  showAll({ padding: [60, 60] });
  drawPoints();
  fillSheet();
}

function sheetChoice(name, value, label, chosen, action) {
  return make('label', {}, make('input', { type: 'radio', name, value, checked: chosen, on: { change: action } }), make('span', { text: label }));
}

function writeSheetTools() {
  const change = (key, value) => () => {
    sheet[key] = value;
    layOutSheet();
  };
  const paper = make('fieldset', {}, make('legend', { text: say('paper') }), ...['A4', 'A3'].map((name) => sheetChoice('paper', name, name, sheet.paper === name, change('paper', name))));
  const direction = make('fieldset', {}, make('legend', { text: say('direction') }), sheetChoice('direction', 'landscape', say('landscape'), sheet.landscape, change('landscape', true)), sheetChoice('direction', 'portrait', say('portrait'), !sheet.landscape, change('landscape', false)));
  const blank = make('label', {}, make('input', { type: 'checkbox', id: 'blank', checked: sheet.blank, on: { change: (event) => useBlank(event.target.checked) } }), make('span', { text: say('blank') }));
  const now = make('button', { type: 'button', class: 'main', id: 'print-now', text: say('printNow'), on: { click: () => window.print() } });
  const back = make('button', { type: 'button', id: 'back', text: say('back'), on: { click: closeSheet } });
  document.getElementById('sheet-tools').replaceChildren(make('h2', { text: say('sheetTitle') }), paper, direction, blank, make('p', { text: say('sheetHelp') }), now, back);
}

// The sheet to be filled in by hand has a plain ground; leaving it brings the background back.
function useBlank(wanted) {
  sheet.blank = wanted;
  document.getElementById('blank').checked = wanted;
  if (wanted) {
    sheet.base = ground.base ? ground.base.id : '';
    useBase('');
  } else if (sheet.base !== undefined) {
    useBase(sheet.base);
    delete sheet.base;
  }
  writeGroundChoices();
  layOutSheet();
}

function openSheet() {
  if (sheet.open) return;
  sheet.open = true;
  map.closePopup();
  const element = document.getElementById('stage');
  sheet.place = document.createComment('stage');
  element.replaceWith(sheet.place);
  document.getElementById('sheet-frame').append(element);
  document.getElementById('sheet').hidden = false;
  document.body.classList.add('printing');
  writeSheetTools();
  layOutSheet();
  document.getElementById('print-now').focus();
}

function closeSheet() {
  if (!sheet.open) return;
  if (sheet.blank) useBlank(false);
  sheet.open = false;
  sheet.place.replaceWith(document.getElementById('stage'));
  document.getElementById('sheet').hidden = true;
  document.body.classList.remove('printing', 'blank');
  points.numbers = null;
  points.blank = false;
  map.invalidateSize({ animate: false });
  showAll();
  drawPoints();
  document.getElementById('print').focus();
}

function writeQr() {
  const box = document.getElementById('sheet-qr');
  box.hidden = !survey.qr;
  if (!survey.qr) return;
  const size = survey.qr.size + 8;
  const drawing = svg('svg', { viewBox: `0 0 ${size} ${size}`, role: 'img', 'aria-label': survey.url, 'shape-rendering': 'crispEdges' });
  drawing.append(svg('rect', { width: size, height: size, fill: '#fff' }), svg('path', { d: survey.qr.path, transform: 'translate(4 4)', fill: '#000' }));
  box.replaceChildren(drawing, make('span', { text: say('qr') }));
}

document.getElementById('print').addEventListener('click', openSheet);
window.addEventListener('beforeprint', openSheet);
map.on('moveend', fillSheet);
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && sheet.open) closeSheet();
});
