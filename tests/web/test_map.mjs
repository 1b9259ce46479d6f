// SPDX-License-Identifier: Apache-2.0
// The map page in a browser, from a file: what a pupil, a parent and a teacher do with it.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { accessibilityFaults, DESKTOP, folder, openPage, PHONE, withBrowser } from './browser.mjs';
import { dataOf, manyPlaces, mapOf, source, writeCsv } from './surveys.mjs';

const sample = join(source, 'samples/syuuyou-excel/周陽小安全マップ.xlsx');
const file = mapOf(sample, 'syuuyou', '--title', '周陽小学校の安全マップ');
const visible = (page) => page.locator('.symbol').count();

for (const [name, size, touch] of [['desktop', DESKTOP, false], ['phone', PHONE, true]]) {
  test(`all places, filter, search, popup on a ${name}`, async () => {
    await withBrowser(async (browser) => {
      const page = await openPage(browser, file, { size, touch });
      assert.equal(await page.textContent('h1'), '周陽小学校の安全マップ');
      assert.equal(await page.textContent('#count'), '12か所');
      assert.equal(await visible(page), 12);
      await page.uncheck('#legend label:has-text("危険") >> nth=0 >> input');
      assert.equal(await page.textContent('#count'), '12か所のうち4か所');
      assert.equal(await visible(page), 4);
      await page.click('#reset');
      await page.fill('#query', 'あーいー');
      assert.equal(await page.textContent('#count'), '12か所のうち0か所');
      await page.fill('#query', 'aed'); // the survey has ＡＥＤ
      assert.match(await page.textContent('#list'), /ＡＥＤのある薬局/);
      await page.click('#list button');
      await page.waitForSelector('.leaflet-popup');
      assert.equal(await page.textContent('.details h3'), 'ＡＥＤのある薬局');
      assert.match(await page.evaluate(() => location.hash), /^#id=S11$/);
      assert.equal(await page.getAttribute('#list button', 'aria-current'), 'true');
      assert.deepEqual(page.faults, []);
      assert.ok(page.asked.length > 0, 'no tile was asked for');
    });
  });

  test(`axe-core finds nothing serious on a ${name}`, async () => {
    await withBrowser(async (browser) => {
      const page = await openPage(browser, file, { size, touch });
      await page.click('#ground-button');
      assert.deepEqual(await accessibilityFaults(page), []);
      await page.click('#ground-button');
      await page.click('#list button');
      await page.waitForSelector('.leaflet-popup');
      await page.waitForTimeout(400); // Leaflet's own fading
      assert.deepEqual(await accessibilityFaults(page), []);
      await page.click('#print');
      assert.deepEqual(await accessibilityFaults(page), []);
    });
  });
}

test('a deep link opens its place, and one to nowhere opens the whole map', async () => {
  await withBrowser(async (browser) => {
    const page = await openPage(browser, file, { hash: '#id=S04' });
    assert.equal(await page.textContent('.details h3'), '周陽公園の入口');
    const nowhere = await openPage(browser, file, { hash: '#id=%E0%A4%A' });
    assert.equal(await nowhere.locator('.leaflet-popup').count(), 0);
    assert.equal(await visible(nowhere), 12);
    assert.deepEqual([...page.faults, ...nowhere.faults], []);
  });
});

test('keyboard alone: a symbol is reached, opened, left again', async () => {
  await withBrowser(async (browser) => {
    const page = await openPage(browser, file);
    await page.focus('.symbol');
    const label = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
    assert.match(label, /^(危険|安全|施設) ./);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.leaflet-popup');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'details');
    await page.keyboard.press('Escape');
    await page.waitForSelector('.leaflet-popup', { state: 'detached' });
    assert.deepEqual(page.faults, []);
  });
});

test('without a network the places, scale and north arrow are still there', async () => {
  await withBrowser(async (browser) => {
    const page = await openPage(browser, file, { tiles: 'none' });
    await page.waitForSelector('#offline:not([hidden])');
    assert.equal(await visible(page), 12);
    assert.match(await page.textContent('.leaflet-control-scale-line'), /\d+ k?m/);
    assert.equal(await page.locator('.north svg').count(), 1);
    assert.deepEqual(page.faults, []);
  });
});

test('overlays are fetched only when they are wanted, and their source is told', async () => {
  await withBrowser(async (browser) => {
    const page = await openPage(browser, file);
    assert.ok(page.asked.every((url) => url.includes('/xyz/pale/')), page.asked.join('\n'));
    await page.click('#ground-button');
    await page.check('#overlays label:has-text("土砂災害") input');
    await page.waitForTimeout(300);
    assert.ok(page.asked.some((url) => url.includes('/05_dosekiryukeikaikuiki/')));
    assert.match(await page.textContent('#credits'), /地理院タイル.*ハザードマップポータルサイト/);
    await page.check('#bases label:has-text("なし") input');
    assert.doesNotMatch(await page.textContent('#credits'), /地理院タイル/);
  });
});

test('easy Japanese has furigana, over the kanji alone', async () => {
  await withBrowser(async (browser) => {
    const page = await openPage(browser, file);
    assert.equal(await page.locator('ruby').count(), 0);
    await page.click('#easy');
    const ruby = await page.evaluate(() => [...document.querySelectorAll('#list ruby')].map((one) => one.innerText.replace('\n', '')));
    assert.ok(ruby.length > 10);
    const html = await page.evaluate(() => document.querySelector('#list').innerHTML);
    assert.match(html, /<ruby>見<rt>み<\/rt><\/ruby>えにくい/);
    assert.deepEqual(page.faults, []);
  });
  const easy = mapOf(sample, 'easy', '--easy');
  await withBrowser(async (browser) => assert.ok((await (await openPage(browser, easy)).locator('ruby').count()) > 10));
});

test('English', async () => {
  const english = mapOf(sample, 'english', '--lang', 'en');
  await withBrowser(async (browser) => {
    const page = await openPage(browser, english);
    assert.equal(await page.textContent('#count'), '12 places');
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
  });
});

test('lines and areas are drawn, filtered and opened', async () => {
  const shapes = writeCsv('shapes', ['ID', '名称', '区分', '形状'], [
    ['R-1', '通学の道', '通学路', 'LINESTRING (131.82 34.04, 131.825 34.043, 131.83 34.045)'],
    ['A-1', '工事の場所', '危険', 'POLYGON ((131.82 34.04, 131.824 34.04, 131.824 34.043, 131.82 34.04))'],
  ]);
  const page_ = mapOf(shapes, 'shapes');
  await withBrowser(async (browser) => {
    const page = await openPage(browser, page_);
    assert.equal(await page.locator('path.leaflet-interactive').count(), 2);
    await page.uncheck('#legend label:has-text("通学路") input');
    assert.equal(await page.locator('path.leaflet-interactive').count(), 1);
    await page.locator('path.leaflet-interactive').dispatchEvent('click');
    assert.equal(await page.textContent('.details h3'), '工事の場所');
    assert.deepEqual(page.faults, []);
  });
});

test('only public columns are in the page, and an internal dataset says so', async () => {
  const rows = [['S-1', '公園', '危険', 34.04, 131.82, 1, '山田花子', '090-1234-5678', '秘密のことば']];
  const survey = writeCsv('internal', ['ID', '名称', '区分', '緯度', '経度', '公開可否', '氏名', '電話', '担任のメモ'], rows);
  const page_ = mapOf(survey, 'internal');
  const text = readFileSync(page_, 'utf8');
  for (const hidden of ['山田花子', '090-1234-5678', '秘密のことば', '担任のメモ', '公開可否']) assert.ok(!text.includes(hidden), hidden);
  await withBrowser(async (browser) => {
    const page = await openPage(browser, page_);
    assert.match(await page.textContent('#audience'), /校内限り/);
    assert.ok(await page.isVisible('#audience'));
  });
  assert.equal(dataOf(mapOf(survey, 'public', '--public'), 'survey').audience, 'public');
});

test('a popup shows the photo of a folder that a person has looked through, without what it told beside', async () => {
  const photos = join(folder, 'photos');
  mkdirSync(photos);
  await withBrowser(async (browser) => {
    const page = await browser.newPage();
    const drawn = await page.evaluate(() => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 200 });
      const context = canvas.getContext('2d');
      context.fillStyle = '#03af7a';
      context.fillRect(0, 0, 320, 200);
      return canvas.toDataURL('image/jpeg').split(',')[1];
    });
    const plain = Buffer.from(drawn, 'base64');
    const secret = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 24]), Buffer.from('secret: 34.047,131.828')]);
    writeFileSync(join(photos, '公園.jpg'), Buffer.concat([plain.subarray(0, 2), secret, plain.subarray(2)]));
    const survey = writeCsv('photos', ['ID', '名称', '区分', '緯度', '経度', '画像', '画像_説明'], [['S-1', '公園', '危険', 34.0412, 131.8213, '公園.jpg', '公園の入口'], ['S-2', '角', '危険', 34.0423, 131.8224, 'ない.jpg', '']]);
    const file = mapOf(survey, 'photos', '--reviewed-photos', photos);
    const html = readFileSync(file, 'utf8');
    assert.equal(Buffer.from(/data:image\/jpeg;base64,([^"]+)"/.exec(html)[1], 'base64').toString('latin1').includes('secret'), false);
    const shown = await openPage(browser, file, { hash: '#id=S-1' });
    const photo = shown.locator('.details img.photo');
    assert.equal(await photo.getAttribute('alt'), '公園の入口');
    assert.equal(await photo.evaluate((image) => image.decode().then(() => image.naturalWidth)), 320);
    assert.deepEqual(await accessibilityFaults(shown), []);
    await shown.locator('#list button').nth(1).click();
    await photo.waitFor({ state: 'detached' });
    assert.equal(await shown.textContent('.details h3'), '角');
    assert.deepEqual(shown.faults, []);
  });
});

test('a page of 100 places stays under 400 KB and is the same every time', () => {
  const survey = manyPlaces('hundred', 100);
  const one = mapOf(survey, 'hundred', '--threads', '1');
  const bytes = readFileSync(one);
  assert.ok(statSync(one).size < 400_000, `${statSync(one).size} bytes`);
  assert.ok(bytes.equals(readFileSync(mapOf(survey, 'hundred', '--threads', '8'))));
  assert.equal(dataOf(one, 'features').length, 100);
});

test('50,000 places open in seconds and stay usable', async () => {
  const page_ = mapOf(manyPlaces('large', 50_000), 'large');
  await withBrowser(async (browser) => {
    const start = Date.now();
    const page = await openPage(browser, page_);
    const opened = Date.now() - start;
    assert.ok((await page.locator('.cluster').count()) > 10);
    const before = Date.now();
    await page.fill('#query', '場所49999');
    assert.equal(await page.textContent('#count'), '50000か所のうち1か所');
    await page.click('#list button');
    await page.waitForSelector('.leaflet-popup');
    assert.deepEqual(page.faults, []);
    console.log(`# 50,000 places: ${statSync(page_).size} bytes, opened in ${opened} ms, found and shown in ${Date.now() - before} ms`);
    assert.ok(opened < 30_000);
  });
});
