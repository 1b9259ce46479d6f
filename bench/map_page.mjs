// SPDX-License-Identifier: Apache-2.0
// How large the map page is and how long it takes to write, to open and to search, by the number of places.
//   node bench/map_page.mjs [COUNT...]     100, 1,000, 10,000 and 50,000 by default; the best of three
import { statSync } from 'node:fs';
import { DESKTOP, openPage, withBrowser } from '../tests/web/browser.mjs';
import { manyPlaces, mapOf } from '../tests/web/surveys.mjs';

const counts = process.argv.slice(2).map(Number);
const best = (times) => Math.round(Math.min(...times));

console.log('| places | page | written in | opened in | searched in | zoomed in |');
console.log('|---|---|---|---|---|---|');
for (const count of counts.length ? counts : [100, 1000, 10_000, 50_000]) {
  const survey = manyPlaces(`bench-${count}`, count);
  const times = { write: [], open: [], search: [], zoom: [] };
  let file = '';
  await withBrowser(async (browser) => {
    for (let round = 0; round < 3; ++round) {
      let start = performance.now();
      file = mapOf(survey, `bench-${count}`, '--format', 'map');
      times.write.push(performance.now() - start);
      start = performance.now();
      const page = await openPage(browser, file, { size: DESKTOP });
      times.open.push(performance.now() - start);
      const inPage = (action) => page.evaluate(action);
      times.search.push(await inPage(() => {
        const begin = performance.now();
        const query = document.getElementById('query');
        query.value = '場所77';
        query.dispatchEvent(new Event('input'));
        return performance.now() - begin;
      }));
      await page.click('#reset');
      times.zoom.push(await inPage(() => new Promise((done) => {
        const begin = performance.now();
        document.querySelector('.leaflet-control-zoom-in').click();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - begin)));
      })));
      await page.context().close();
    }
  });
  console.log(`| ${count.toLocaleString('en')} | ${(statSync(file).size / 1000).toLocaleString('en', { maximumFractionDigits: 0 })} KB | ${best(times.write)} ms | ${best(times.open)} ms | ${best(times.search)} ms | ${best(times.zoom)} ms |`);
}
