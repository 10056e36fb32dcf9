// One browser for all judges, and a desk on which pages are opened, watched and turned about.
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { HANGS } from './patience.mjs';
import { serve } from './server.mjs';

const PHONE = { width: 360, height: 740 };
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the browser that is installed here; none is ever fetched. */
export const launch = (executablePath) => chromium.launch({ executablePath, args: ARGUMENTS, timeout: HANGS });

/** A desk for one site, and a host that serves the site under a sub-path. */
export async function openDesk(site, browser, patience = HANGS) {
  const hosts = [await serve(site.folder, '/sub/')];
  return {
    /** How long a judge waits for what a page is to do. */
    patience,
    /** Opens a page: `from` is `host` or `disk`; `settle` waits until what moves after loading has moved. */
    async open(page, { from = 'host', javaScriptEnabled = true, settle = false, ...view } = {}) {
      const base = from === 'disk' ? pathToFileURL(`${site.folder}/`).href : await baseFor(page, site, hosts);
      const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled, locale: 'fa-IR' });
      context.setDefaultTimeout(HANGS);
      const visit = await watch(context, page, base);
      await visit.page.goto(base + page.path, { waitUntil: 'load' });
      await visit.page.evaluate(() => document.fonts.ready.then(() => {}));
      if (settle) await visit.page.evaluate(settled);
      await visit.view(view);
      return visit;
    },
    close: () => Promise.all(hosts.map((host) => host.stop())),
  };
}

/**
 * Waits until the page is seen, then by its own clock: whatever it does a few frames and a moment later has been done,
 * painted and measured, however busy the machine is. Runs in the page.
 */
async function settled() {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const hidden = () => getComputedStyle(document.body).visibility === 'hidden';
  for (let wait = 0; wait < 300 && hidden(); wait += 1) await frame();
  for (let wait = 0; wait < 4; wait += 1) await frame();
  await new Promise((done) => setTimeout(done, 150));
  for (let wait = 0; wait < 2; wait += 1) await frame();
  window.karnamehShifted(window.karnamehShifts.takeRecords());
}

/**
 * Where the page is served. Hosts answer any address with `404.html`, so its links begin with the path of
 * the site's own address: that page, and it alone, is served there.
 */
async function baseFor(page, site, hosts) {
  if (page.path !== '404.html') return hosts[0].base;
  const [, path] = / href="(\/[^"#]*)"/.exec(page.html) ?? [];
  if (!path) return hosts[0].base;
  const known = [...site.files].find((file) => path.endsWith(`/${file}`)) ?? '';
  const mount = path.slice(0, path.length - known.length);
  hosts.push(await serve(site.folder, mount.endsWith('/') ? mount : '/'));
  return hosts.at(-1).base;
}

/** Whether the message is about the icon that browsers ask of every host, once, where a page names none. */
const unasked = (message) => new URL(message.location().url || 'none:').pathname === '/favicon.ico';

/** A tab whose requests, errors and violations are written down from the first moment. */
async function watch(context, { path }, base) {
  const page = await context.newPage();
  const log = { requests: [], failures: [], console: [], violations: [] };
  page.on('request', (request) => log.requests.push(request.url()));
  page.on('requestfailed', (request) => log.failures.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on('response', (answer) => answer.status() >= 400 && log.failures.push(`${answer.url()}: ${answer.status()}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !unasked(message)) log.console.push(message.text());
  });
  page.on('pageerror', (error) => log.console.push(String(error)));
  await page.exposeFunction('karnamehViolation', (text) => log.violations.push(text));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const place = event.sourceFile ? ` (${event.sourceFile}:${event.lineNumber})` : '';
      window.karnamehViolation(`${event.effectiveDirective} forbids ${event.blockedURI}${place}`);
    });
    window.karnamehShift = 0;
    window.karnamehShifted = (entries) => {
      // What moves because we turn the page about is not the page's doing.
      if (window.karnamehTurned) return;
      for (const entry of entries) if (!entry.hadRecentInput) window.karnamehShift += entry.value;
    };
    window.karnamehShifts = new PerformanceObserver((list) => window.karnamehShifted(list.getEntries()));
    window.karnamehShifts.observe({ type: 'layout-shift', buffered: true });
  });
  return {
    page,
    path,
    base,
    log,
    /** Turns the page about: width, scheme, all details open, the reader's text size (1 is usual). */
    async view({ width = PHONE.width, scheme = 'light', media = 'screen', open = false, text = 1 } = {}) {
      await page.evaluate(() => (window.karnamehTurned = true));
      await page.setViewportSize({ width, height: width < 600 ? PHONE.height : 900 });
      const session = await context.newCDPSession(page);
      await session.send('Page.setFontSizes', { fontSizes: { standard: 16 * text, fixed: 13 * text } });
      await session.detach();
      // After the text's size: setting that makes the page forget that it is on paper.
      await page.emulateMedia({ colorScheme: scheme, media });
      await page.evaluate((all) => {
        for (const each of document.querySelectorAll('details')) {
          each.dataset.wasOpen ??= String(each.open);
          each.open = all || each.dataset.wasOpen === 'true';
        }
      }, open);
    },
    close: () => context.close(),
  };
}
