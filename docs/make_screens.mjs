// SPDX-License-Identifier: Apache-2.0
// The pictures of map, printed sheet and report that the README shows, from a sample; ./dev docs runs it.
//   make_screens.mjs [FOLDER]     FOLDER: docs by default
// No background map: the pictures hold nothing but the sample's own records, and nothing is asked of the network.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { folder, withBrowser } from '../tests/web/browser.mjs';
import { run, source } from '../tests/web/surveys.mjs';

const target = process.argv[2] || fileURLToPath(new URL('.', import.meta.url));
const sample = join(source, 'samples/syuuyou-excel/周陽小安全マップ.xlsx');
const dirty = join(source, 'samples/toishi-cp932/遠石小アンケート.csv');

const page_ = join(folder, 'map.html');
run('map', sample, '-o', page_, '--title', '周陽小学校 4年生の安全マップ（見本）', '--school', '周陽小学校', '--public', '--quiet', '--tiles', noTiles());
const report = join(folder, 'report.html');
run('check', dirty, '--report', report, '--quiet');

function noTiles() {
  const file = join(folder, 'tiles.json');
  writeFileSync(file, '{"base":[],"overlays":[]}');
  return file;
}

await withBrowser(async (browser) => {
  const open = async (file, width, height) => {
    const page = await browser.newPage({ viewport: { width, height }, locale: 'ja-JP', reducedMotion: 'reduce' });
    await page.goto(`file://${file}`);
    return page;
  };
  const map = await open(page_, 1280, 760);
  await map.click('#list li:nth-child(4) button');
  await map.waitForTimeout(600);
  await map.screenshot({ path: join(target, 'map-page.png') });
  await map.click('#print');
  await map.waitForTimeout(300);
  await map.evaluate(() => (document.getElementById('sheet-tools').hidden = true));
  await map.locator('.paper').first().screenshot({ path: join(target, 'map-sheet.png') });
  const phone = await open(page_, 390, 700);
  await phone.click('#easy');
  await phone.waitForTimeout(300);
  await phone.screenshot({ path: join(target, 'map-phone.png') });
  const teacher = await open(report, 1180, 860);
  await teacher.screenshot({ path: join(target, 'report-page.png') });
});
