// SPDX-License-Identifier: Apache-2.0
// Chromium for the tests of pages: opens files, answers for the tile servers, and keeps what went wrong. No request
// leaves this machine.
import { createRequire } from 'node:module';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = process.env.ANZENMAP_NPM || new URL('../../build/npm', import.meta.url).pathname;
const tools = createRequire(join(root, 'package.json'));
const { chromium } = tools('playwright-core');
const axeSource = readFileSync(tools.resolve('axe-core/axe.min.js'), 'utf8');

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };
const TILES = /^https:\/\/(cyberjapandata|disaportaldata)\.gsi\.go\.jp\//;

// A grey tile, 1 x 1 pixel, as the stand-in of every background.
const TILE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mO8cufRfwAI0gOsYzDTLwAAAABJRU5ErkJggg==', 'base64');

const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
if (!executable) {
  console.log('SKIP: there is no chromium');
  process.exit(77);
}

export const folder = mkdtempSync(join(tmpdir(), 'anzenmap-web-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

export async function withBrowser(work) {
  const browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox', '--disable-gpu', '--lang=ja'] });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

// Opens a file. `tiles`: stand-in, or 'none' = as behind a filter. The page's faults gather in page.faults.
export async function openPage(browser, file, { size = DESKTOP, tiles = 'stand-in', hash = '', touch = false } = {}) {
  const context = await browser.newContext({ viewport: size, locale: 'ja-JP', hasTouch: touch, isMobile: touch, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.faults = [];
  page.asked = [];
  page.on('pageerror', (error) => page.faults.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => {
    page.faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('console', (message) => {
    const lost = tiles === 'none' && /Failed to load resource/.test(message.text());
    if (['error', 'warning'].includes(message.type()) && !lost) page.faults.push(`console: ${message.text()}`);
  });
  await page.route('**/*', (route) => {
    const url = route.request().url();
    if (url.startsWith('file:') || url.startsWith('data:')) return route.continue();
    page.asked.push(url);
    if (!TILES.test(url)) {
      page.faults.push(`asked for ${url}`);
      return route.abort();
    }
    return tiles === 'none' ? route.abort() : route.fulfill({ body: TILE, contentType: 'image/png' });
  });
  await page.goto(pathToFileURL(file).href + hash);
  await page.waitForSelector('html.ready', { state: 'attached' });
  return page;
}

// Findings of axe-core that are serious or critical, as text.
export async function accessibilityFaults(page) {
  await page.evaluate(axeSource);
  const result = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }));
  return result.violations
    .filter((violation) => ['serious', 'critical'].includes(violation.impact))
    .map((violation) => `${violation.id}: ${violation.nodes.map((node) => `${node.target} ${node.failureSummary}`).join('; ')}`);
}
