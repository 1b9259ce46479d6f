// SPDX-License-Identifier: Apache-2.0
// No value of the data becomes markup or script, whatever field it stands in.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { openPage, withBrowser } from './browser.mjs';
import { mapOf, writeCsv } from './surveys.mjs';

const HOSTILE = [
  '<img src=x onerror=alert(1)>', '</script><script>alert(2)</script>', '<!--<script>', 'javascript:alert(3)', '"><svg onload=alert(4)>',
  '{{7*7}}${alert(5)}', ']]></script><iframe src=//evil.example></iframe>', 'a\u2028b\u2029c', '\\u003cimg src=x onerror=alert(6)\\u003e', '&lt;img src=x onerror=alert(7)&gt;',
  'data:text/html,<script>alert(8)</script>', "';alert(9)//", '__proto__', 'constructor',
];
const COLUMNS = ['ID', '名称', '区分', '種別', 'コメント', '学校名', '所在地_連結表記', '画像', '画像_説明', 'URL', '備考', '調査時間帯', '入りやすさ', '調査日'];

test('hostile strings in every field stay text', async () => {
  const rows = [];
  for (const [i, text] of HOSTILE.entries())
    for (const column of COLUMNS) {
      const row = COLUMNS.map((name) => (name === column ? text : name === '区分' ? '危険' : name === '名称' ? `場所${i}` : ''));
      rows.push([...row, (34.03 + i * 0.001).toFixed(5), (131.8 + rows.length * 0.0003).toFixed(5)]);
    }
  const survey = writeCsv('hostile', [...COLUMNS, '緯度', '経度'], rows);
  const file = mapOf(survey, 'hostile', '--title', '</title><script>alert(10)</script>');
  const text = readFileSync(file, 'utf8');
  assert.equal(text.match(/<script/g).length, 6, 'four blocks of data and two scripts');
  assert.ok(!text.includes('<img src=x'));
  await withBrowser(async (browser) => {
    const page = await openPage(browser, file);
    assert.match(await page.textContent('h1'), /<script>alert\(10\)/);
    const all = await page.locator('#list button').count();
    assert.ok(all >= 100);
    for (let at = 0; at < 100; at += 3) {
      await page.locator('#list button').nth(at).click();
      await page.waitForSelector('.leaflet-popup');
    }
    const links = await page.evaluate(() => [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')));
    for (const link of links) assert.match(link, /^(#|https?:)/);
    await page.click('#easy');
    await page.click('#print');
    assert.equal(await page.locator('#sheet-list img, #list img, .details img').count(), 0);
    assert.equal(await page.locator('iframe').count(), 0);
    assert.deepEqual(page.faults, []);
  });
});

test('the policy stops what the page itself would never do', async () => {
  const file = mapOf(writeCsv('policy', ['名称', '区分', '緯度', '経度'], [['公園', '危険', 34.04, 131.82]]), 'policy');
  await withBrowser(async (browser) => {
    const page = await openPage(browser, file);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      const image = document.createElement('img');
      image.setAttribute('onerror', 'window.ran = true');
      image.src = 'https://evil.example/x.png';
      document.body.append(image);
      return window.ran === true;
    });
    await page.waitForTimeout(200);
    assert.equal(ran || (await page.evaluate(() => window.ran === true)), false);
    assert.ok(!page.asked.some((url) => url.includes('evil.example')));
  });
});
