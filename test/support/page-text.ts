/**
 * Questions about what a page shows. Each function runs inside the page (`page.evaluate(getHiddenTexts)`), so it uses
 * nothing but its arguments and the document.
 */

/**
 * The texts that are on the page but not on the screen, but for those that are meant to be on paper or in another place
 * only, and those that a visitor unfolds: every browser does that without script, as long as the summary shows.
 */
export function getHiddenTexts(): string[] {
  const exempt = '.print-only, .visually-hidden, .set, .rail, option, template, script, style';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const hidden: string[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent?.trim();
    const parent = walker.currentNode.parentElement;
    if (!text || !parent || parent.closest(exempt)) continue;
    const folded = parent.closest('details:not([open])');
    if (folded && !parent.closest('summary')) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const { width, height } = range.getBoundingClientRect();
    const shown = width > 0 && height > 0 && parent.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    if (!shown) hidden.push(text);
  }
  return hidden;
}

/** The controls a visitor can see that only script could make work. */
export function getDeadControls(): string[] {
  return [...document.querySelectorAll<HTMLElement>('form, button, select, textarea, input:not([type="checkbox"]), [role="button"], a:not([href])')]
    .filter((element) => element.checkVisibility())
    .map((element) => element.outerHTML.slice(0, 120));
}

/** The address of each language link on the screen. */
export function getLanguageHrefs(): string[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('atm-languages a')].filter((link) => link.checkVisibility()).map((link) => link.href);
}

/** The links and buttons on the screen that say nothing in words. */
export function getWordlessControls(): string[] {
  return [...document.querySelectorAll<HTMLElement>('a[href], button, summary, label')]
    .filter((element) => element.checkVisibility() && !element.innerText.trim())
    .map((element) => element.outerHTML.slice(0, 160));
}
