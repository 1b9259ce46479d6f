// What the popup tells of one place: all public columns.
function hazardsOf(place) {
  const found = [];
  survey.columns.forEach((column, index) => {
    if (!/^hazard_/.test(column.key || '') || String(place.values[index]) !== '1') return;
    found.push(voice.language === 'ja' ? column.name.replace(/^災害種別_/, '') : column.key.slice(7).replace(/_/g, ' '));
  });
  return found;
}

function valueCell(column, value) {
  if (column.role === 'url' && safeLink(value))
    return make('a', { href: value, target: '_blank', rel: 'noopener noreferrer', text: value, title: say('open') });
  if (column.type === 'boolean') return make('span', { text: say(String(value) === '1' ? 'yes' : 'no') });
  if (column.type === 'date') return document.createTextNode(toldDate(String(value)));
  return make('span', { text: value });
}

function meterOf(danger) {
  const why = danger.why.length ? danger.why.join('・') : '—';
  const bars = [1, 2, 3].map((step) => make('span', { class: step <= danger.level ? 'step full' : 'step' }));
  return make('p', { class: 'meter', title: say('levelWhy') }, make('b', { text: say('level') }), make('span', { class: 'bars', 'aria-hidden': 'true' }, ...bars), make('span', { text: say('levelOf', { n: danger.level, why }) }));
}

function badgeOf(place) {
  const badge = make('p', { class: 'badge' }, symbolOf(place.kind, place.symbol, 30));
  badge.append(make('b', { text: kindName(place.kind) }));
  if (place.category) badge.append(make('span', { text: place.category }));
  badge.querySelector('b').style.color = inkOf(place.kind);
  return badge;
}

function detailsOf(place) {
  const box = make('article', { class: 'details', tabindex: '-1', 'aria-label': nameOf(place) });
  box.append(badgeOf(place), make('h3', { text: nameOf(place) }));
  const danger = dangerOf(place);
  if (danger) box.append(meterOf(danger));
  if (place.photo) box.append(make('img', { class: 'photo', src: place.photo, alt: valueOf(place, 'photoText') || say('photoOf', { name: nameOf(place) }) }));
  const comment = valueOf(place, 'comment');
  if (comment) box.append(make('p', { class: 'comment', text: comment }));
  const table = make('dl');
  const hazards = hazardsOf(place);
  if (hazards.length) table.append(make('dt', { text: say('hazards') }), make('dd', { text: hazards.join('・') }));
  survey.columns.forEach((column, index) => {
    const value = place.values[index];
    const told = [columns.name, columns.comment, columns.kind, columns.category].includes(index) || /^hazard_/.test(column.key || '') || ['latitude', 'longitude', 'geometry'].includes(column.role);
    if (told || value === null || value === undefined || value === '') return;
    table.append(make('dt', { text: columnTitle(column) }), make('dd', {}, valueCell(column, value)));
  });
  if (place.at && !place.shape) table.append(make('dt', { text: say('position') }), make('dd', { text: `${place.at[0]}, ${place.at[1]}` }));
  box.append(table, make('p', { class: 'share' }, make('a', { href: `#id=${encodeURIComponent(place.id)}`, text: say('link') })));
  return box;
}
