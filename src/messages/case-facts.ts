import { type Casebook, type Field, setFields } from '../checklists/casebook.ts';
import type { CasebookStore } from '../checklists/casebook-store.ts';
import { showCases } from '../checklists/checklist-bar.ts';
import { openCasebook } from '../checklists/open-casebook.ts';
import type { Entries } from './fact-keys.ts';
import type { MessageBuilderElement } from './message-builder-element.ts';
import { createTabKeeper, type FactKeeper } from './tab-facts.ts';

/** The field of a case that says whether facts are kept with it. */
const KEEP = 'keep-facts';

/** What of a case belongs to messages; everything else is of the checklists. */
const OWN = /^(?:fact|gate|form):|^client-language$/;

/** The casebook, opened on first use. */
function getStore(builder: MessageBuilderElement): CasebookStore {
  builder.store ??= openCasebook();
  return builder.store;
}

/** Shows the facts of the case that this tab works on, and whose they are where there are several clients. */
export function openCase(builder: MessageBuilderElement): void {
  const store = getStore(builder);
  // What was typed while this was loaded belongs to the case that is opened.
  const typed = builder.hasUnstored ? builder.entries : new Map<string, string>();
  builder.takeUp(getKeeper(store));
  if (typed.size > 0) builder.setEntries(typed);
  showCases(Object.assign(builder, { store }));
}

/** Works on the facts of another client. */
export function switchCase(builder: MessageBuilderElement, id: string): void {
  builder.save();
  getStore(builder).showCase(id);
  openCase(builder);
}

/** Keeps the facts with the client from now on, or forgets them with the tab again. */
export function keepWithCase(builder: MessageBuilderElement, isKept: boolean): void {
  const store = getStore(builder);
  const caseId = store.getCase();
  const { entries } = builder;
  const tab = createTabKeeper(caseId);
  if (isKept) {
    store.amend((casebook, now) => setFields(casebook, caseId, [[KEEP, '1'], ...entries], now));
    tab.write(new Map());
  } else {
    const known = [...readCase(store.$casebook.get(), caseId).keys()];
    store.amend((casebook, now) => setFields(casebook, caseId, [[KEEP, ''], ...known.map((key) => [key, ''] as const)], now));
    tab.write(entries);
  }
  builder.takeUp(getKeeper(store));
}

/** Takes up what another tab has stored in the same case. */
export function adoptCase(builder: MessageBuilderElement, stored: string | null): void {
  const store = getStore(builder);
  store.adopt(stored);
  if (builder.keeper.isCase && !builder.hasUnstored) builder.takeUp(getKeeper(store));
  showCases(Object.assign(builder, { store }));
}

function getKeeper(store: CasebookStore): FactKeeper {
  const caseId = store.getCase();
  const isKept = store.$casebook.get().cases.get(caseId)?.fields.get(KEEP)?.[0] === '1';
  return isKept ? createCaseKeeper(store, caseId) : createTabKeeper(caseId);
}

/** Keeps entries as fields of a case, so that they are in its export and go when it is erased. */
function createCaseKeeper(store: CasebookStore, caseId: string): FactKeeper {
  return {
    isCase: true,
    read: () => readCase(store.$casebook.get(), caseId),
    write(entries) {
      const known = readCase(store.$casebook.get(), caseId);
      const changed = [...entries].filter(([field, entry]) => (known.get(field) ?? '') !== entry);
      if (changed.length > 0) store.amend((casebook, now) => setFields(casebook, caseId, changed as [Field, string][], now));
      return store.$kept.get() === 'kept';
    },
  };
}

function readCase(casebook: Casebook, caseId: string): Entries {
  const fields = casebook.cases.get(caseId)?.fields ?? new Map();
  return new Map([...fields].flatMap(([field, [value]]: [string, readonly [string, number]]) => (OWN.test(field) && value ? [[field, value] as const] : [])));
}
