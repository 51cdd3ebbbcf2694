import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, expect, inject, test } from 'vitest';
import { getSamplePages, samplePages } from '../../src/build/sample-pages.ts';
import { locales } from '../../src/i18n/locales.ts';
import { launchBrowser } from '../support/launch-browser.ts';

const url = inject('url');
const browser = await launchBrowser();

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

test.for<[string, BrowserContextOptions]>([
  ['light colours', { colorScheme: 'light' }],
  ['dark colours', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
  ['forced dark colours', { forcedColors: 'active', colorScheme: 'dark' }],
  ['more contrast', { contrast: 'more' }],
])('E09 shows which boxes are ticked, and where a box is, in %s', async ([, options]) => {
  const page = await openPage('he', 'checklist', options);
  const box = page.locator('#no-but .box');
  const empty = await box.screenshot();
  await box.evaluate((input) => (input as HTMLInputElement).click());
  const ticked = await box.screenshot();
  expect(ticked.equals(empty)).toBe(false);
  await box.evaluate((input) => (input as HTMLInputElement).click());
  expect((await box.screenshot()).equals(empty)).toBe(true);
  await box.evaluate((input) => input.style.setProperty('opacity', '0'));
  expect((await box.screenshot()).equals(empty)).toBe(false);
});

test('E09 shows how far the list is in forced colours', async () => {
  const page = await openPage('ar', 'checklist', { forcedColors: 'active' });
  const stitches = page.locator('[data-stitches]');
  const none = await stitches.screenshot();
  await page.locator('#no-but .state').click();
  expect((await stitches.screenshot({ animations: 'disabled' })).equals(none)).toBe(false);
});

test('E09 uses the strongest ink for every text where more contrast is asked for', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await openPage('en', 'phase', { contrast: 'more', colorScheme });
    const colours = await page.evaluate(() => {
      const ink = getComputedStyle(document.documentElement).color;
      const quiet = [...document.querySelectorAll('.small, .lead, .number')].filter((element) => element.checkVisibility());
      return { quiet: quiet.length, weak: quiet.filter((element) => getComputedStyle(element).color !== ink).map((element) => element.className) };
    });
    expect(colours.quiet).toBeGreaterThan(5);
    expect(colours.weak, colorScheme).toEqual([]);
  }
});

test('E10 moves nothing where less motion is asked for, and something where it is not', async () => {
  for (const locale of ['he', 'en'] as const) {
    const page = await openPage(locale, 'checklist', { reducedMotion: 'reduce' });
    await page.locator('#no-but .state').click();
    expect(await page.evaluate(getMotion), locale).toEqual([]);
    await page.goto(`${url}${locale}/${samplePages.phase}`);
    expect(await page.evaluate(getMotion), locale).toEqual([]);
  }
  const lively = await openPage('he', 'checklist', { reducedMotion: 'no-preference' });
  expect(await lively.evaluate(getMotion)).not.toEqual([]);
});

test('E12 prints dark on white, also from dark mode, without menus and controls', async () => {
  const page = await (await browser.newContext({ colorScheme: 'dark' })).newPage();
  const faults: string[] = [];
  await page.goto(`${url}en/`);
  await page.locator('atm-theme select').selectOption('dark');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  for (const { path } of getSamplePages(['ar'])) {
    await page.goto(url + path);
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    faults.push(...(await page.evaluate(getPrintFaults)).map((fault) => `${path}: ${fault}`));
  }
  expect(faults).toEqual([]);
});

test('E12 prints boxes and ticks as lines and keeps steps and items whole', async () => {
  for (const locale of locales) {
    const page = await openPage(locale, 'checklist', { colorScheme: 'dark' });
    await page.locator('#no-but .state').click();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const list = await page.evaluate(() => {
      const box = document.querySelector('#said-we .box')!;
      const ticked = document.querySelector('#no-but .box')!;
      const tick = getComputedStyle(ticked, '::before');
      return {
        box: [getComputedStyle(box).borderBlockStartStyle, Number.parseFloat(getComputedStyle(box).borderBlockStartWidth) > 0, box.checkVisibility()],
        tick: [tick.content !== 'none', tick.borderBlockEndStyle, Number.parseFloat(tick.borderBlockEndWidth) > 1],
        unbroken: [...document.querySelectorAll('.item > .state, .item > .paper')].every((part) => getComputedStyle(part).breakInside === 'avoid'),
      };
    });
    expect(list, locale).toEqual({ box: ['solid', true, true], tick: [true, 'solid', true], unbroken: true });
    await page.goto(`${url}${locale}/${samplePages.phase}`);
    const steps = await page.evaluate(() =>
      [...document.querySelectorAll('section.step')].map((step) => [
        getComputedStyle(step.querySelector('h2')!).breakAfter,
        getComputedStyle(step.querySelector('.action')!).breakAfter,
        ...[...step.querySelectorAll('.pair')].map((pair) => getComputedStyle(pair).breakInside),
      ]),
    );
    expect(steps).toHaveLength(8);
    for (const step of steps) expect(step, locale).toEqual(step.map(() => 'avoid'));
    await page.context().close();
  }
});

test('E12 prints the phase in every language, a checklist with its steps unfolded, and without them on two sheets', async () => {
  for (const [locale, kind, least, most] of [
    ['he', 'phase', 3, 12],
    ['ar', 'phase', 3, 12],
    ['it', 'phase', 3, 12],
    ['en', 'phase', 3, 12],
    ['ar', 'checklist', 4, 12],
    ['he', 'checklist without steps', 1, 2],
  ] as const) {
    const page = await openPage(locale, kind.startsWith('checklist') ? 'checklist' : 'phase', { colorScheme: 'dark' });
    if (kind.includes('without')) await page.locator('atm-checklist').evaluate((list) => list.setAttribute('data-short', ''));
    const pdf = await page.pdf({ printBackground: false, format: 'A4' });
    expect(pdf.subarray(0, 5).toString(), `${locale} ${kind}`).toBe('%PDF-');
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages, `${locale} ${kind}`).toBeGreaterThanOrEqual(least);
    expect(pages, `${locale} ${kind}`).toBeLessThanOrEqual(most);
    await page.context().close();
  }
});

test('rule 42 prints the address of a link inside a text, from left to right', async () => {
  for (const locale of ['he', 'ar'] as const) {
    const page = await openPage(locale, 'phase', {});
    await page.emulateMedia({ media: 'print' });
    const printed = await page.locator('.prose a[href]:not(.term)').evaluateAll((links) =>
      links.map((link) => {
        const { content, direction, unicodeBidi } = getComputedStyle(link, '::after');
        return [content.includes(link.getAttribute('href') ?? '?'), direction, unicodeBidi];
      }),
    );
    expect(printed.length, locale).toBeGreaterThan(0);
    for (const link of printed) expect(link, locale).toEqual([true, 'ltr', 'isolate']);
  }
});

async function openPage(locale: string, kind: keyof typeof samplePages, options: BrowserContextOptions): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(`${url}${locale}/${samplePages[kind]}`);
  return page;
}

/** Runs in the page: everything that moves, or would. */
function getMotion(): string[] {
  const moving = [...document.querySelectorAll('*')].filter((element) =>
    [undefined, '::before', '::after'].some((part) => {
      const style = getComputedStyle(element, part);
      return style.animationName !== 'none' || style.transitionDuration.split(', ').some((duration) => duration !== '0s');
    }),
  );
  const smooth = [...document.querySelectorAll('*')].filter((element) => getComputedStyle(element).scrollBehavior === 'smooth');
  return [...moving, ...smooth]
    .map((element) => `${element.tagName} ${element.className}`)
    .concat(document.getAnimations().map((animation) => String(animation.playState)));
}

/** Runs in the page: text that is pale on white paper, a ground that is not white, controls that paper has no use for. */
function getPrintFaults(): string[] {
  const faults: string[] = [];
  const canvas = document.createElement('canvas').getContext('2d')!;
  const getLuminance = (colour: string): number => {
    canvas.fillStyle = '#fff';
    canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((value) =>
      value <= 10 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = getComputedStyle(document.documentElement).backgroundColor;
  if (getLuminance(ground) < 0.99) faults.push(`the paper is ${ground}`);
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const speaks = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    if (!speaks || !element.checkVisibility() || element.closest('.visually-hidden')) continue;
    const contrast = 1.05 / (getLuminance(getComputedStyle(element).color) + 0.05);
    if (contrast < 4.5) faults.push(`“${element.textContent?.trim().slice(0, 30)}” has contrast ${contrast.toFixed(1)} on white`);
  }
  const unwanted = 'header a, nav a, form, button, select, input:not([type="checkbox"]), .skip';
  for (const element of document.querySelectorAll(unwanted))
    if (element.checkVisibility() && !element.matches('.visually-hidden')) faults.push(`prints ${element.outerHTML.slice(0, 80)}`);
  if (!document.querySelector('main h1')?.checkVisibility()) faults.push('prints no title');
  return faults;
}
