/**
 * Rules that show the language links made for an anchor while it is the target of the address: so a change of
 * language keeps the step or item without any script. The links for no anchor are hidden by `Languages.astro`.
 *
 * @param anchors ASCII ids on the page
 */
export function getAnchorCss(anchors: readonly string[]): string {
  return anchors.map((id) => `:root:has(#${id}:target) [data-for="${id}"]{display:flex}`).join('');
}
