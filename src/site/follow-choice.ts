import { chooseLocale } from '../i18n/choose-locale.ts';
import { readStored, writeStored } from './storage-key.ts';

/**
 * For a page that offers the same thing in every language, as links with `data-locale`: goes where the saved choice or
 * the browser's languages lead, or else remembers the link that is picked.
 */
export function followChoice(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[data-locale]')];
  takeAddressAlong(links);
  window.addEventListener('hashchange', () => takeAddressAlong(links));
  for (const link of links) for (const type of ['click', 'auxclick']) link.addEventListener(type, () => writeStored('locale', getLocale(link)));
  if (wantsToChoose()) return;
  const locale = chooseLocale(readStored('locale'), navigator.languages ?? [navigator.language], links.map(getLocale));
  const link = links.find((candidate) => getLocale(candidate) === locale);
  // In place of this page, so that the back button leads past it.
  if (link) location.replace(link.href);
}

/** Query and anchor go along; an anchor that somebody put into the address says more than the one of the link. */
function takeAddressAlong(links: readonly HTMLAnchorElement[]): void {
  for (const link of links) {
    link.search = location.search;
    if (location.hash) link.hash = location.hash;
  }
}

/** Who comes back to the page, or asks for it from within the site, is not sent on: so there is no loop either. */
function wantsToChoose(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type !== 'navigate' || document.referrer.startsWith(`${location.origin}/`);
}

function getLocale(link: HTMLAnchorElement): string {
  return link.dataset['locale'] ?? '';
}
