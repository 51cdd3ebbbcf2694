/** What search engines and tabs show of a title; the rest would be cut there at any letter. */
const MOST_CHARACTERS = 70;

/**
 * The `<title>` of a page: its heading and the name of the site. A heading that is a long question ends at a word.
 *
 * @param heading what the page is called
 * @param siteName name of the site in the language of the page
 */
export function formatHeadTitle(heading: string, siteName: string): string {
  const room = MOST_CHARACTERS - siteName.length - ' – '.length;
  if (heading.length <= room) return `${heading} – ${siteName}`;
  const cut = heading.slice(0, room - 1);
  return `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[,،:;؛]$/, '')}… – ${siteName}`;
}
