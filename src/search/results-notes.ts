import type { Answer } from './results-asker.ts';
import type { SearchedLanguage } from './results-languages.ts';

/**
 * The sentence that says how an answer was found, from the template the server wrote (SearchNotes.astro).
 *
 * @returns undefined where it is simply what was asked for, or nothing
 */
export function createNote(root: ParentNode, answer: Answer & { state: 'found' }, languages: readonly SearchedLanguage[]): HTMLElement | undefined {
  const how = getHow(answer, languages);
  const sentence = root.querySelector<HTMLTemplateElement>('[data-notes]')?.content.querySelector(`[data-how="${how}"]`);
  if (!how || !sentence) return undefined;
  const note = document.importNode(sentence, true) as HTMLElement;
  const query = note.querySelector('[data-query]');
  if (query) query.textContent = answer.rescued?.query ?? '';
  return note;
}

/** The language whose words a query was found in, where that is not the page's. */
export function getOtherLanguage({ rescued }: Answer & { state: 'found' }, languages: readonly SearchedLanguage[]): SearchedLanguage | undefined {
  return rescued?.how === 'language' ? languages.find(({ lang }) => lang === rescued.lang) : undefined;
}

function getHow(answer: Answer & { state: 'found' }, languages: readonly SearchedLanguage[]): string | undefined {
  const { rescued, found } = answer;
  if (rescued) return rescued.how === 'language' ? getOtherLanguage(answer, languages)?.locale : rescued.how;
  return found[0]?.isWeak ? 'weak' : undefined;
}
