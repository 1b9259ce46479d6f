// Words of the page in three voices (ja, easy, en), and furigana from the glossary. Text only ever becomes text
// nodes: nothing of the data is parsed as markup.
const words = JSON.parse(document.getElementById('words').textContent);
const glossary = new Map(Object.entries(JSON.parse(document.getElementById('glossary').textContent)));
const longestWord = Math.max(0, ...[...glossary.keys()].map((word) => word.length));
const voice = { language: 'ja', easy: false };

function say(key, values = {}) {
  const plain = words[voice.language] || words.ja;
  const text = (voice.easy && words.easy[key]) || plain[key] || words.ja[key] || key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

function inLanguage(text) {
  return typeof text === 'string' ? text : text[voice.language] || text.ja || '';
}

const isKanji = (letter) => /[\u3400-\u9fff々〆ヶ]/.test(letter || '');

// The longest entry that starts at `at` and leaves no half of a word behind: the kanji after it must be known too.
function wordAt(text, at, known) {
  if (known.has(at)) return known.get(at);
  let found = null;
  for (let size = Math.min(longestWord, text.length - at); size > 0 && !found; --size) {
    const word = text.slice(at, at + size);
    if (!glossary.has(word)) continue;
    const next = at + size;
    if (!isKanji(text[next]) || !isKanji(text[next - 1]) || wordAt(text, next, known)) found = word;
  }
  known.set(at, found);
  return found;
}

// 入りやすい + はいりやすい: the reading stands over 入 alone.
function rubyOf(word) {
  let reading = glossary.get(word);
  let end = word.length;
  while (end > 0 && !isKanji(word[end - 1]) && reading.endsWith(word[end - 1])) {
    reading = reading.slice(0, -1);
    --end;
  }
  const ruby = document.createElement('ruby');
  const rt = document.createElement('rt');
  rt.textContent = reading;
  ruby.append(word.slice(0, end), rt);
  return [ruby, word.slice(end)];
}

// Puts text into an element, with furigana in easy mode.
function write(element, text) {
  const string = String(text);
  if (!voice.easy || voice.language !== 'ja') {
    element.textContent = string;
    return element;
  }
  element.textContent = '';
  let plain = '';
  const known = new Map();
  for (let at = 0; at < string.length; ) {
    const startsRun = isKanji(string[at]) && (at === 0 || !isKanji(string[at - 1]) || plain === '');
    const word = startsRun ? wordAt(string, at, known) : null;
    if (word && isKanji(word[0])) {
      element.append(plain, ...rubyOf(word));
      plain = '';
      at += word.length;
    } else {
      plain += string[at++];
    }
  }
  element.append(plain);
  return element;
}

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'text') write(element, value);
    else if (name === 'on') for (const [event, action] of Object.entries(value)) element.addEventListener(event, action);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

// Everything of the skeleton that names its words.
function writeSkeleton() {
  document.documentElement.lang = voice.language;
  for (const element of document.querySelectorAll('[data-word]')) write(element, say(element.dataset.word));
  for (const element of document.querySelectorAll('[data-label]'))
    element.setAttribute('aria-label', say(element.dataset.label));
  for (const element of document.querySelectorAll('[data-hint]')) element.placeholder = say(element.dataset.hint);
}
