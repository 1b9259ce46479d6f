// SPDX-License-Identifier: Apache-2.0
// The printed sheet, as a PDF that pdftotext and pdfinfo read.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { folder, openPage, withBrowser } from './browser.mjs';
import { mapOf, source, writeCsv } from './surveys.mjs';

const sample = join(source, 'samples/syuuyou-excel/周陽小安全マップ.xlsx');
const file = mapOf(sample, 'sheet', '--title', '周陽小学校の安全マップ', '--public');
const POINTS = 72 / 25.4;

async function pdfOf(page, name) {
  const path = join(folder, `${name}.pdf`);
  await page.pdf({ path, preferCSSPageSize: true, printBackground: true });
  const told = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
  const pages = Number(/Pages:\s+(\d+)/.exec(told)[1]);
  const [, width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(told).map(Number);
  const text = (first, last) => execFileSync('pdftotext', ['-f', String(first), '-l', String(last), '-layout', path, '-'], { encoding: 'utf8' }).replace(/\s+/g, '');
  return { pages, millimetres: [Math.round(width / POINTS), Math.round(height / POINTS)], text };
}

for (const [paper, direction, size] of [['A4', 'landscape', [297, 210]], ['A4', 'portrait', [210, 297]], ['A3', 'landscape', [420, 297]], ['A3', 'portrait', [297, 420]]]) {
  test(`${paper} ${direction}: map with title, date, legend, numbers, source; then the list with comments`, async () => {
    await withBrowser(async (browser) => {
      const page = await openPage(browser, file);
      await page.click('#print');
      await page.check(`input[value="${paper}"]`);
      await page.check(`input[value="${direction}"]`);
      await page.waitForTimeout(300);
      const pdf = await pdfOf(page, `${paper}-${direction}`);
      assert.deepEqual(pdf.millimetres, size);
      assert.equal(pdf.pages, 2);
      const first = pdf.text(1, 1);
      for (const wanted of ['周陽小学校の安全マップ', '2024年10月3日', '危険', '安全', '施設', '地理院タイル', '100m', 'N', '12'])
        assert.ok(first.includes(wanted) || (wanted === '100m' && /\d+k?m/.test(first)), `${wanted} is not on the first page: ${first}`);
      const second = pdf.text(2, 2);
      for (const wanted of ['場所の一覧', '周陽公園の入口', '木がしげっていて入りやすく見えにくい', '大雨のとき水があふれる']) assert.ok(second.includes(wanted), wanted);
      assert.ok(!first.includes('校内限り'));
      assert.deepEqual(page.faults, []);
    });
  });
}

test('the browser\'s own print command prints the sheet too', async () => {
  await withBrowser(async (browser) => {
    const page = await openPage(browser, file);
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    const pdf = await pdfOf(page, 'own');
    assert.equal(pdf.pages, 2);
    assert.ok(pdf.text(2, 2).includes('周陽公園の入口'));
  });
});

test('the sheet to fill in: numbers, frames and lines, no comments, no tiles', async () => {
  await withBrowser(async (browser) => {
    const page = await openPage(browser, file);
    await page.click('#print');
    await page.check('#blank');
    await page.waitForTimeout(200);
    const pdf = await pdfOf(page, 'blank');
    const all = pdf.text(1, pdf.pages);
    assert.ok(pdf.pages >= 3);
    assert.ok(all.includes('写真をはる') && all.includes('12'));
    assert.ok(!all.includes('木がしげって') && !all.includes('地理院タイル'));
    await page.click('#back');
    assert.equal(await page.locator('#map.plain').count(), 0, 'the background comes back');
    assert.equal(await page.locator('.symbol').count(), 12);
    assert.deepEqual(page.faults, []);
  });
});

test('numbers in print do not cover each other, though the places lie together', async () => {
  const rows = [];
  for (let i = 0; i < 30; ++i) rows.push([`S-${i}`, `場所${i}`, '危険', (34.04 + (i % 3) * 0.00001).toFixed(6), (131.82 + Math.floor(i / 10) * 0.002).toFixed(6)]);
  const crowded = mapOf(writeCsv('crowded', ['ID', '名称', '区分', '緯度', '経度'], rows), 'crowded');
  await withBrowser(async (browser) => {
    const page = await openPage(browser, crowded);
    await page.click('#print');
    await page.waitForTimeout(300);
    const middles = await page.evaluate(() => [...document.querySelectorAll('.symbol')].map((one) => one.getBoundingClientRect()).map((box) => [box.x, box.y]));
    assert.equal(middles.length, 30);
    let nearest = Infinity;
    for (const [i, a] of middles.entries()) for (const b of middles.slice(i + 1)) nearest = Math.min(nearest, Math.hypot(a[0] - b[0], a[1] - b[1]));
    assert.ok(nearest > 25, `two numbers are ${nearest} pixels apart`);
    assert.ok((await page.locator('.leaflet-overlay-pane path').count()) >= 20, 'lines lead to the places');
    assert.deepEqual(page.faults, []);
  });
});

test('an internal map says so on every printed page', async () => {
  const rows = [];
  for (let i = 0; i < 60; ++i) rows.push([`S-${i}`, `場所${i}`, '危険', '暗くて人通りが少ないので、夕方は通らないようにしています。'.repeat(2), 34.03 + i * 0.0004, 131.82 + (i % 7) * 0.001, 1]);
  const survey = writeCsv('many-pages', ['ID', '名称', '区分', 'コメント', '緯度', '経度', '公開可否'], rows);
  const internal = mapOf(survey, 'many-pages');
  await withBrowser(async (browser) => {
    const page = await openPage(browser, internal);
    await page.click('#print');
    await page.waitForTimeout(300);
    const pdf = await pdfOf(page, 'many-pages');
    assert.ok(pdf.pages >= 3);
    for (let at = 1; at <= pdf.pages; ++at) assert.ok(pdf.text(at, at).includes('校内限り'), `page ${at}`);
  });
});
