// The survey's places, made from the page's two blocks of JSON.
const survey = JSON.parse(document.getElementById('survey').textContent);

const columnOf = (test) => survey.columns.findIndex(test);
const columns = {
  id: columnOf((column) => column.role === 'id'),
  name: columnOf((column) => column.role === 'name'),
  kana: columnOf((column) => column.key === 'name_kana'),
  kind: columnOf((column) => column.role === 'category' && column.categories),
  category: columnOf((column) => column.role !== 'category' && column.key === 'category' && column.categories),
  comment: columnOf((column) => column.key === 'comment'),
  enter: columnOf((column) => column.key === 'easy_to_enter'),
  see: columnOf((column) => column.key === 'hard_to_see'),
  date: columnOf((column) => column.role === 'date'),
  school: columnOf((column) => column.key === 'school_name'),
  grade: columnOf((column) => column.key === 'grade'),
  year: columnOf((column) => column.role === 'school_year'),
  photoText: columnOf((column) => column.key === 'image_alt'),
  url: columnOf((column) => column.role === 'url'),
};

const columnTitle = (column) => {
  if (voice.language === 'en') return column.title.en || column.name;
  return column.name.replace(/_/g, ' ');
};

const valueOf = (place, which) => {
  const value = columns[which] < 0 ? null : place.values[columns[which]];
  return value === null || value === undefined ? '' : String(value);
};

const shapes = ['triangle', 'circle', 'square', 'diamond', 'hexagon', 'pentagon', 'drop', 'star'];

// What is told apart by shape and colour: the labels of the kind column, and what is none of them.
const kinds = (columns.kind < 0 ? [] : survey.columns[columns.kind].categories).map((label, index) => ({
  label: label.label,
  colour: /^#[0-9a-f]{6}$/i.test(label.colour) ? label.colour : '#84919e',
  symbol: label.symbol,
  shape: shapes[index % shapes.length],
  count: 0,
}));
const otherKind = { label: null, colour: '#4d5a68', symbol: 'marker', shape: 'drop', count: 0 };
const kindByLabel = new Map(kinds.map((kind) => [kind.label, kind]));
const kindName = (kind) => kind.label || say(kinds.length ? 'other' : 'place');

const symbolByCategory = new Map(
  (columns.category < 0 ? [] : survey.columns[columns.category].categories).map((label) => [label.label, label.symbol]),
);

function middleOf(bounds) {
  return bounds ? [(bounds[1] + bounds[3]) / 2, (bounds[0] + bounds[2]) / 2] : null;
}

function positionsOf(geometry, out) {
  if (geometry.geometries) geometry.geometries.forEach((part) => positionsOf(part, out));
  else
    (function walk(list) {
      if (typeof list[0] === 'number') out.push(list);
      else list.forEach(walk);
    })(geometry.coordinates || []);
  return out;
}

// Where the symbol of a line or area stands: on the line itself, in the middle of an area.
function anchorOf(geometry) {
  const positions = positionsOf(geometry, []);
  if (!positions.length) return null;
  if (/LineString/.test(geometry.type)) {
    const middle = positions[Math.floor(positions.length / 2)];
    return [middle[1], middle[0]];
  }
  const bounds = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of positions) {
    bounds[0] = Math.min(bounds[0], lon);
    bounds[1] = Math.min(bounds[1], lat);
    bounds[2] = Math.max(bounds[2], lon);
    bounds[3] = Math.max(bounds[3], lat);
  }
  return middleOf(bounds);
}

// Letters that a search takes for the same: width, case, kana.
const fold = (text) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u30a1-\u30f6]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));

const places = JSON.parse(document.getElementById('features').textContent).map((row, index) => {
  const place = { index, id: row[0] === null ? `n${index + 1}` : String(row[0]), values: row.slice(2, 2 + survey.columns.length), shape: null, shown: true };
  const photo = row[2 + survey.columns.length];
  if (photo && photo.startsWith('data:image/jpeg;base64,')) place.photo = photo;
  place.at = Array.isArray(row[1]) ? [row[1][1], row[1][0]] : row[1] ? anchorOf(row[1]) : null;
  if (row[1] && !Array.isArray(row[1])) place.shape = row[1];
  place.kind = kindByLabel.get(valueOf(place, 'kind')) || otherKind;
  place.kind.count += 1;
  place.category = valueOf(place, 'category');
  place.symbol = symbolByCategory.get(place.category) || place.kind.symbol;
  place.name = valueOf(place, 'name');
  return place;
});
if (otherKind.count > 0) kinds.push(otherKind);

const nameOf = (place) => place.name || place.category || say('unnamed');

function searchText(place) {
  place.folded ??= fold(place.values.filter((value) => typeof value === 'string').join('\n'));
  return place.folded;
}

// The one value that all places share, else ''.
function shared(which) {
  let found = '';
  for (const place of places) {
    const value = valueOf(place, which);
    if (!value) continue;
    if (found && found !== value) return '';
    found = value;
  }
  return found;
}

// The title that a person gave, else the school's map, else the file's name.
function titleOf() {
  const school = survey.school || shared('school');
  return survey.title || (school ? `${school} ${say('safetyMap')}` : survey.name);
}

const toldDate = (date) => (voice.language === 'ja' ? date.replace(/^(\d{4})-0?(\d+)-0?(\d+)$/, '$1年$2月$3日') : date);

function dates() {
  let first = '';
  let last = '';
  for (const place of places) {
    const date = valueOf(place, 'date');
    if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) continue;
    if (!first || date < first) first = date;
    if (date > last) last = date;
  }
  if (!first) return '';
  return first === last ? toldDate(first) : toldDate(first) + say('to') + toldDate(last);
}

// How easy to enter and how hard to see a dangerous place is; null when the survey does not say.
function dangerOf(place) {
  const enter = valueOf(place, 'enter');
  const see = valueOf(place, 'see');
  if ((!enter && !see) || place.kind !== kinds[0] || place.kind.label !== '危険') return null;
  const why = [];
  if (enter === '入りやすい') why.push(say('enter'));
  if (see === '見えにくい') why.push(say('hidden'));
  return { level: 1 + why.length, why };
}

const reasonOf = (place) =>
  ['enter', 'see'].map((which) => valueOf(place, which)).filter((text) => text).join('・');
