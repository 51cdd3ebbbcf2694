import type { WordFont } from './other-words.ts';

/** How long a text waits for its typeface, in milliseconds: a blink. Then it is drawn in another first. */
const PATIENCE = 300;

const known = new Set<string>();

/** Brings the letters of another language onto the page. Without them its text stands in a typeface of the system. */
export async function loadFonts(fonts: readonly WordFont[] = []): Promise<void> {
  const loading = fonts.filter(({ url }) => !known.has(url)).map(loadFont);
  if (loading.length > 0) await Promise.race([Promise.allSettled(loading), new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}

async function loadFont({ url, weight, unicodeRange }: WordFont): Promise<void> {
  // By script, as the policy of the pages lets no style in.
  document.fonts.add(await new FontFace('Body', `url("${url}")`, { weight, unicodeRange }).load());
  known.add(url);
}
