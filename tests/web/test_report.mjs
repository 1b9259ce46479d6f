// SPDX-License-Identifier: Apache-2.0
// The reports of one survey: the HTML page in a browser, SARIF and JUnit as their own checkers see them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { accessibilityFaults, DESKTOP, folder, PHONE, withBrowser } from './browser.mjs';
import { run, source, writeCsv } from './surveys.mjs';

const dirty = join(source, 'samples/toishi-cp932/遠石小アンケート.csv');
const hostile = writeCsv('hostile-report', ['ID', '名称', '区分', '緯度', '経度', '<script>alert(0)</script>'], [
  ['<img src=x onerror=alert(1)>', '<b>', '</td><script>alert(2)</script>', '131.82', '34.04', '1'],
  ['a b', '"><svg onload=alert(3)>', 'javascript:alert(4)', '0', '0', '2'],
]);

function report(survey, ending, ...words) {
  const file = join(folder, `report.${ending}`);
  run('check', survey, '--report', file, '--quiet', ...words);
  return file;
}

async function look(file, size, work) {
  await withBrowser(async (browser) => {
    const page = await (await browser.newContext({ viewport: size })).newPage();
    const faults = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('dialog', (dialog) => faults.push(dialog.message()) && dialog.dismiss());
    page.on('request', (request) => request.url().startsWith('file:') || faults.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    await work(page);
    assert.deepEqual(faults, []);
  });
}

for (const [name, size] of [['desktop', DESKTOP], ['phone', PHONE]])
  test(`a teacher reads what to mend, in which row, and where, on a ${name}`, async () => {
    await look(report(dirty, 'html'), size, async (page) => {
      const text = await page.innerText('main');
      for (const wanted of ['12件の記録を読み、10件が使えます', '場所がない', '直し方', '12行目', '地図で場所を調べて', '直したところ']) assert.ok(text.includes(wanted), wanted);
      assert.ok((await page.locator('svg.sketch circle.dot').count()) > 0);
      assert.ok((await page.locator('.repairs ins').count()) > 0);
      const first = await page.locator('.group').first().getAttribute('class');
      assert.match(first, /error/);
      assert.deepEqual(await axe(page), []);
    });
  });

// The report's policy allows no script at all, so axe-core comes in from outside the page.
async function axe(page) {
  const bare = await page.context().browser().newContext({ bypassCSP: true, viewport: page.viewportSize() });
  const copy = await bare.newPage();
  await copy.goto(page.url());
  return accessibilityFaults(copy);
}

test('hostile values stay text in the report', async () => {
  await look(report(hostile, 'html'), DESKTOP, async (page) => {
    assert.equal(await page.locator('main script, main img, main svg[onload]').count(), 0);
    assert.match(await page.innerText('main'), /<img src=x onerror=alert\(1\)>/);
    const links = await page.evaluate(() => [...document.querySelectorAll('a')].map((link) => link.getAttribute('href')));
    for (const link of links) assert.match(link, /^https:\/\/maps\.gsi\.go\.jp\/#17\//);
  });
});

test('English', async () => {
  await look(report(dirty, 'html', '--lang', 'en'), DESKTOP, async (page) => assert.match(await page.innerText('main'), /12 records were read and 10 are usable/));
});

test('SARIF is what sarif-multitool takes', () => {
  const tool = join(process.env.ANZENMAP_NPM || join(source, 'build/npm'), 'node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool');
  assert.ok(existsSync(tool), 'tests/npm is not installed');
  chmodSync(tool, 0o755); // the package's own script does that, and scripts are not run
  for (const survey of [dirty, hostile]) {
    const file = report(survey, 'sarif');
    const out = join(folder, 'checked.sarif');
    execFileSync(tool, ['validate', file, '--output', out, '--log', 'ForceOverwrite'], { encoding: 'utf8', stdio: 'pipe', env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' } });
    const found = JSON.parse(readFileSync(out, 'utf8').replace(/^\ufeff/, '')).runs[0].results || [];
    const faults = found.filter((result) => (result.level || 'warning') === 'error');
    assert.deepEqual(faults.map((result) => `${result.ruleId} ${JSON.stringify(result.message)}`), []);
  }
});

test('JUnit: the counts are those of its cases, in well-formed XML', () => {
  for (const survey of [dirty, hostile]) {
    const said = execFileSync('python3', ['-c', [
      'import sys, xml.etree.ElementTree as tree',
      'root = tree.parse(sys.argv[1]).getroot()',
      'suite = root[0]',
      'cases = suite.findall("testcase")',
      'failed = [case for case in cases if case.find("failure") is not None]',
      'assert root.tag == "testsuites" and suite.tag == "testsuite"',
      'assert all(case.get("name") and case.get("classname") for case in cases)',
      'print(int(suite.get("tests")) == len(cases), int(suite.get("failures")) == len(failed), len(failed) > 0)',
    ].join('\n'), report(survey, 'junit')], { encoding: 'utf8' });
    assert.equal(said.trim(), 'True True True');
  }
});

test('equal input gives equal reports', () => {
  for (const ending of ['html', 'sarif', 'junit', 'github'])
    assert.equal(readFileSync(report(dirty, ending, '--threads', '1'), 'utf8'), readFileSync(report(dirty, ending, '--threads', '8'), 'utf8'));
});
