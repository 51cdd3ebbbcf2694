import { MOST_RESULTS } from './most-results.ts';
import type { Answer } from './results-asker.ts';
import type { SearchedLanguage } from './results-languages.ts';
import { createNote, getOtherLanguage } from './results-notes.ts';
import { createRow, type Row, toRow } from './results-rows.ts';
import { say } from './results-say.ts';
import { createTextPart } from './results-text.ts';

type Found = Answer & { state: 'found' };

/** So many rows are drawn at once; the others follow a moment later, so that no turn is long. */
const FIRST_ROWS = 3;
const MOMENT = 32;

/**
 * Shows an answer: what was found, first what was meant; then what the words themselves found, the same query in its
 * own language, and the way into the full text.
 *
 * @param isCurrent whether this is still what is asked
 * @returns says how much was found; for when the reader has stopped typing. Undefined where another answer has come.
 */
export async function showFound(
  root: HTMLElement,
  answer: Found,
  languages: readonly SearchedLanguage[],
  isCurrent: () => boolean,
): Promise<(() => void) | undefined> {
  const { rescued, found, finder, query } = answer;
  const { locale } = languages[0]!;
  const main = (rescued?.found ?? found).slice(0, MOST_RESULTS).map((one) => toRow(locale, one));
  const isUnsure = !rescued && (!found[0] || found[0].isWeak);
  const typed = rescued ? found.filter(({ id }) => !rescued.found.some((other) => other.id === id)) : [];
  put(root, 'offer', createOffer(root, answer, languages));
  const first = createRows(root, main.slice(0, FIRST_ROWS));
  put(root, 'list', first);
  put(root, 'after', []);
  root.querySelector('[data-rescue]')?.toggleAttribute('hidden', !isUnsure);
  await new Promise((resolve) => setTimeout(resolve, MOMENT));
  if (!isCurrent() || first.some((row) => !row.isConnected)) return undefined;
  root.querySelector('[data-list]')?.append(...createRows(root, main.slice(FIRST_ROWS)));
  put(root, 'after', [
    ...createTyped(
      root,
      typed.map((one) => toRow(locale, one)),
    ),
    // Words of another language stand in no text of this one.
    ...(rescued?.how === 'language' ? [] : createTextPart(root, (rows) => createRows(root, rows), rescued?.query ?? query, finder, locale)),
  ]);
  return () => {
    const counts = JSON.parse(root.dataset['counts'] ?? '[]') as string[];
    say(root, main.length > 0 ? (counts[main.length] ?? '') : 'none', { note: main.length > 0 ? createNote(root, answer, languages) : undefined });
  };
}

function put(root: HTMLElement, name: string, nodes: readonly Node[]): void {
  root.querySelector(`[data-${name}]`)?.replaceChildren(...nodes);
}

function createRows(root: HTMLElement, rows: readonly Row[]): Element[] {
  const template = root.querySelector<HTMLTemplateElement>('[data-row]');
  const kinds = JSON.parse(root.dataset['kinds'] ?? '{}') as Record<string, string>;
  return template ? rows.map((row) => createRow(template, row, kinds)) : [];
}

/** A link to the same query in the language it is in (F07). */
function createOffer(root: HTMLElement, answer: Found, languages: readonly SearchedLanguage[]): Node[] {
  const other = getOtherLanguage(answer, languages);
  const offer = other && root.querySelector<HTMLTemplateElement>('[data-offers]')?.content.querySelector(`[data-in="${other.locale}"]`);
  if (!offer) return [];
  const clone = document.importNode(offer, true);
  for (const link of clone.querySelectorAll('a')) link.search = String(new URLSearchParams({ q: answer.query }));
  return [clone];
}

/** What the words themselves found, below what they may have meant. */
function createTyped(root: HTMLElement, rows: readonly Row[]): Node[] {
  const template = root.querySelector<HTMLTemplateElement>('[data-typed]');
  if (!template || rows.length === 0) return [];
  const part = document.importNode(template.content, true);
  part.querySelector('[data-typed-list]')?.append(...createRows(root, rows));
  return [...part.childNodes];
}
