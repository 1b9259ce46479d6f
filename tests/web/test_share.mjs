// SPDX-License-Identifier: Apache-2.0
// What tells people of a map: QR codes that a reader reads, an iframe that shows the page, the sheet to fill in.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { folder, openPage, withBrowser } from './browser.mjs';
import { run, source } from './surveys.mjs';

const jsqr = createRequire(join(process.env.ANZENMAP_NPM || join(source, 'build/npm'), 'package.json')).resolve('jsqr');
const sample = join(source, 'samples/syuuyou-excel/周陽小安全マップ.xlsx');
const url = 'https://example.jp/anzen/?map=周陽&year=2024';

// The text of a QR code in a picture, read by jsQR from the browser's own pixels.
async function readQr(browser, picture) {
  const page = await browser.newPage();
  await page.addScriptTag({ content: readFileSync(jsqr, 'utf8') });
  return page.evaluate(async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: 400, height: 400 });
    const context = canvas.getContext('2d');
    context.imageSmoothingEnabled = false;
    context.drawImage(image, 0, 0, 400, 400);
    return window.jsQR(context.getImageData(0, 0, 400, 400).data, 400, 400)?.data;
  }, picture);
}

test('the QR codes lead to the address, as SVG and as PNG', async () => {
  run('convert', sample, '--output', join(folder, 'shared'), '--name', 'map', '--quiet');
  run('share', join(folder, 'shared'), '--url', url);
  await withBrowser(async (browser) => {
    for (const [name, type] of [['qr.svg', 'image/svg+xml'], ['qr.png', 'image/png']]) {
      const bytes = readFileSync(join(folder, 'shared/share', name));
      assert.equal(await readQr(browser, `data:${type};base64,${bytes.toString('base64')}`), url, name);
    }
  });
});

test('the printed sheet has the QR code of the dataset, the outline is on the map', async () => {
  const boundary = join(folder, '校区.geojson');
  writeFileSync(boundary, JSON.stringify({ type: 'Polygon', coordinates: [[[131.82, 34.04], [131.84, 34.04], [131.84, 34.05], [131.82, 34.04]]] }));
  const file = join(folder, 'with-url.html');
  run('map', sample, '-o', file, '--map-url', url, '--boundary', boundary, '--credit', '周陽小学校', '--quiet');
  await withBrowser(async (browser) => {
    const page = await openPage(browser, file);
    assert.equal(await page.locator('.leaflet-overlay-pane path').count(), 1);
    assert.match(await page.textContent('#credits'), /周陽小学校/);
    await page.click('#print');
    await page.waitForTimeout(200);
    const picture = await page.locator('#sheet-qr svg').screenshot();
    assert.equal(await readQr(browser, `data:image/png;base64,${picture.toString('base64')}`), url);
    assert.deepEqual(page.faults, []);
  });
});

test('the sheet to fill in opens as such', async () => {
  const file = join(folder, 'blank.html');
  run('map', sample, '-o', file, '--blank', '--quiet');
  await withBrowser(async (browser) => {
    const page = await openPage(browser, file);
    assert.equal(await page.locator('.frame').count(), 12);
    assert.ok(await page.isChecked('#blank'));
    assert.deepEqual(page.faults, []);
  });
});

test('the iframe shows the page, sandboxed', async () => {
  const file = join(folder, 'framed.html');
  run('map', sample, '-o', file, '--quiet');
  const snippet = readFileSync(join(folder, 'shared/share/iframe.html'), 'utf8').replace(/src="[^"]*"/, `src="${pathToFileURL(file).href}"`);
  const outer = join(folder, 'outer.html');
  writeFileSync(outer, `<!DOCTYPE html><meta charset="utf-8"><title>a</title>${snippet}`);
  await withBrowser(async (browser) => {
    const page = await browser.newPage();
    await page.route(/^https:/, (route) => route.abort());
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(pathToFileURL(outer).href);
    const frame = page.frameLocator('iframe');
    await frame.locator('#list button').first().click();
    assert.equal(await frame.locator('.details h3').textContent(), '横断歩道');
    assert.deepEqual(errors, []);
  });
});
