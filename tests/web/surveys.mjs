// SPDX-License-Identifier: Apache-2.0
// Surveys made for the tests of pages, and the program that turns them into pages.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folder } from './browser.mjs';

export const program = process.env.ANZENMAP || fileURLToPath(new URL('../../build/anzenmap', import.meta.url));
export const source = process.env.ANZENMAP_SOURCE || dirname(dirname(dirname(fileURLToPath(import.meta.url))));

// Runs the program; exit 1 (records rejected, errors left) is no failure here.
export function run(...words) {
  try {
    return execFileSync(program, words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C.UTF-8', LANG: 'ja_JP.UTF-8' } });
  } catch (error) {
    if (error.status === 1) return error.stdout;
    throw new Error(`anzenmap ${words.join(' ')}: ${error.stderr}`);
  }
}

const quoted = (cell) => `"${String(cell).replace(/"/g, '""')}"`;

export function writeCsv(name, header, rows) {
  const file = join(folder, `${name}.csv`);
  writeFileSync(file, [header, ...rows].map((row) => row.map(quoted).join(',')).join('\r\n') + '\r\n');
  return file;
}

export function mapOf(file, name, ...words) {
  const out = join(folder, `out-${name}`);
  mkdirSync(out, { recursive: true });
  const threads = words.includes('--threads') ? [] : ['--threads', '2'];
  run('convert', file, '--output', out, '--name', name, '--quiet', ...threads, ...words);
  return join(out, `${name}.map.html`);
}

export const dataOf = (file, id) => JSON.parse(new RegExp(`<script type="application/json" id="${id}">([^]*?)</script>`).exec(readFileSync(file, 'utf8'))[1]);

const KINDS = ['危険', '安全', '施設', '通学路'];
const CATEGORIES = ['公園', '暗い道', '駐車場', 'AED', 'こども110番の家', '信号なし横断歩道'];

// `count` places around two schools, always the same ones.
export function manyPlaces(name, count) {
  const rows = [];
  let state = 7;
  const next = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
  for (let i = 0; i < count; ++i)
    rows.push([`P-${i + 1}`, `場所${i + 1}`, KINDS[i % KINDS.length], CATEGORIES[i % CATEGORIES.length], `見通しが悪く、車がよく通る場所です。${i + 1}番目の記録。`, (34.03 + next() * 0.03).toFixed(6), (131.81 + next() * 0.04).toFixed(6), '2024-10-03', '周陽小学校']);
  return writeCsv(name, ['ID', '名称', '区分', '種別', 'コメント', '緯度', '経度', '調査日', '学校名'], rows);
}
