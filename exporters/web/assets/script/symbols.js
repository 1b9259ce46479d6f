// Symbols: the shape says the kind, so that nobody needs to tell colours apart; the picture says the category.
const outlines = {
  circle: 'M16 2.5a13.5 13.5 0 1 0 0 27a13.5 13.5 0 1 0 0-27z',
  triangle: 'M13.6 3.6a2.8 2.8 0 0 1 4.8 0L30.6 25.2a2.8 2.8 0 0 1-2.4 4.2H3.8a2.8 2.8 0 0 1-2.4-4.2z',
  square: 'M6.5 3h19A3.5 3.5 0 0 1 29 6.5v19a3.5 3.5 0 0 1-3.5 3.5h-19A3.5 3.5 0 0 1 3 25.5v-19A3.5 3.5 0 0 1 6.5 3z',
  diamond: 'M14 2a2.8 2.8 0 0 1 4 0l12 12a2.8 2.8 0 0 1 0 4L18 30a2.8 2.8 0 0 1-4 0L2 18a2.8 2.8 0 0 1 0-4z',
  hexagon: 'M9 3.5h14L30 16L23 28.5H9L2 16z',
  pentagon: 'M16 2L30 12.5L24.7 29H7.3L2 12.5z',
  drop: 'M16 2a10.5 10.5 0 0 1 10.5 10.5C26.5 20 16 30.5 16 30.5S5.5 20 5.5 12.5A10.5 10.5 0 0 1 16 2z',
  star: 'M16 1.5l4.3 9.3l10.2 1.2l-7.5 7l2 10L16 24l-9 5l2-10l-7.5-7l10.2-1.2z',
};
// Where the picture stands inside the shape: x, y, size.
const insets = { triangle: [9.2, 12.4, 13.6], drop: [9.5, 6, 13], star: [10.5, 10, 11], default: [8, 8, 16] };

function luminance(colour) {
  const channels = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const linear = channels.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
}

const darker = (colour, by) =>
  '#' + [1, 3, 5].map((at) => Math.round(parseInt(colour.slice(at, at + 2), 16) * by).toString(16).padStart(2, '0')).join('');

// The profile's colour, darkened until white on it can be read (WCAG: 3 for pictures, 4.5 for text).
function readable(colour, contrast) {
  let by = 1;
  while (1.05 / (luminance(darker(colour, by)) + 0.05) < contrast && by > 0.3) by -= 0.04;
  return darker(colour, by);
}
const fillOf = (kind) => (kind.fill ??= readable(kind.colour, 3.2));
const inkOf = (kind) => (kind.ink ??= readable(kind.colour, 4.6));

function pictureOf(symbol, [x, y, size], colour) {
  const paths = survey.icons[symbol] || survey.icons.marker || [];
  const group = svg('g', { transform: `translate(${x} ${y}) scale(${size / 15})`, fill: colour });
  for (const path of paths) group.append(svg('path', { d: path }));
  return group;
}

// A symbol as SVG: {kind, symbol} with the picture, or with a number on paper.
function symbolOf(kind, symbol, size = 32, number = null, hollow = false) {
  const drawing = svg('svg', { viewBox: '0 0 32 32', width: size, height: size, 'aria-hidden': 'true', focusable: 'false' });
  const fill = hollow ? '#ffffff' : fillOf(kind);
  drawing.append(
    svg('path', { d: outlines[kind.shape], fill, stroke: hollow ? inkOf(kind) : '#ffffff', 'stroke-width': hollow ? 2.6 : 2.2, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }),
  );
  const inset = insets[kind.shape] || insets.default;
  if (number === null) {
    drawing.append(pictureOf(symbol, inset, hollow ? inkOf(kind) : '#ffffff'));
    return drawing;
  }
  const text = svg('text', {
    x: 16,
    y: kind.shape === 'triangle' ? 26.2 : kind.shape === 'drop' ? 17.5 : 21.6,
    'text-anchor': 'middle',
    'font-size': String(number).length > 2 ? 12 : kind.shape === 'triangle' ? 14 : 16,
    'font-weight': 700,
    fill: hollow ? '#1b2733' : '#ffffff',
  });
  text.textContent = number;
  drawing.append(text);
  return drawing;
}

// A cluster: its ring shows how many of each kind are in it.
function ringOf(members) {
  const size = members.length > 999 ? 52 : members.length > 99 ? 46 : 40;
  const drawing = svg('svg', { viewBox: '0 0 44 44', width: size, height: size, 'aria-hidden': 'true', focusable: 'false' });
  drawing.append(svg('circle', { cx: 22, cy: 22, r: 21, fill: '#ffffff' }));
  const counts = new Map();
  for (const place of members) counts.set(place.kind, (counts.get(place.kind) || 0) + 1);
  const around = 2 * Math.PI * 17.5;
  let start = 0;
  for (const kind of kinds) {
    const share = (counts.get(kind) || 0) / members.length;
    if (!share) continue;
    drawing.append(
      svg('circle', {
        cx: 22, cy: 22, r: 17.5, fill: 'none', stroke: fillOf(kind), 'stroke-width': 5,
        'stroke-dasharray': `${Math.max(share * around - 1.2, 0.6)} ${around}`,
        'stroke-dashoffset': -start * around, transform: 'rotate(-90 22 22)',
      }),
    );
    start += share;
  }
  const text = svg('text', { x: 22, y: 27, 'text-anchor': 'middle', 'font-size': members.length > 999 ? 11.5 : 14, 'font-weight': 700, fill: '#1b2733' });
  text.textContent = members.length;
  drawing.append(text);
  return { drawing, size };
}
