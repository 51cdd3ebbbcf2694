/** The placeholders of an interface text, in order: `{{count}}` gives `count`. Formats and `-` (unescaped) are left aside. */
export function getPlaceholders(text: string): string[] {
  return [...text.matchAll(/\{\{-?\s*([^{},\s]+)\s*(?:,[^{}]*)?\}\}/gu)].map((found) => found[1] ?? '');
}

/** Where a brace stands that belongs to no placeholder, or undefined. */
export function findStrayBrace(text: string): number | undefined {
  const index = text.replace(/\{\{-?\s*[^{},\s]+\s*(?:,[^{}]*)?\}\}/gu, (found) => ' '.repeat(found.length)).search(/[{}]/u);
  return index === -1 ? undefined : index;
}
