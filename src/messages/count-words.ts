import { type FilledMessage, getParts } from './message-text.ts';

/** How many words a message has, its subject line left out; in a table, what stands in its rows. @param lang BCP-47 tag */
export function countWords(message: FilledMessage, lang: string): number {
  const text = getParts(message)
    .map((parts) => parts.map((part) => ('text' in part ? part.text : part.filled ? getWords(part) : part.value)).join(''))
    .join('\n');
  let count = 0;
  for (const { isWordLike } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(text)) if (isWordLike) count += 1;
  return count;
}

function getWords({ value, rows }: { readonly value: string; readonly rows?: readonly { what: string; since: string; checkedBy: string }[] }): string {
  return rows ? rows.map(({ what, since, checkedBy }) => `${what} ${since} ${checkedBy}`).join('\n') : value;
}
