import { getCaseIds, getField } from './casebook.ts';
import type { CasebookStore } from './casebook-store.ts';
import { find } from './checklist-part.ts';

/** Shows whose list it is, where there are several clients; who has one never sees a word of it. */
export function showCases(root: HTMLElement & { readonly store: CasebookStore }): void {
  const select = find<HTMLSelectElement>(root, '[data-case] select');
  const casebook = root.store.$casebook.get();
  const ids = getCaseIds(casebook, 'here');
  find(root, '[data-case]').hidden = ids.length < 2;
  const names = ids.map((id) => [id, getField(casebook, id, 'name') || (select.dataset['unnamed'] ?? '')] as const);
  const written = [...select.options].map((option) => [option.value, option.text] as const);
  if (JSON.stringify(names) !== JSON.stringify(written)) select.replaceChildren(...names.map(([id, name]) => new Option(name, id)));
  select.value = root.store.getCase();
}
