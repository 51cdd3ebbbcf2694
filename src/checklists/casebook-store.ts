import { attempt } from './attempt.ts';
import { type Casebook, emptyCasebook, getCurrentCase, setCurrent } from './casebook.ts';
import { parseCasebook } from './casebook-format.ts';
import { mergeCasebooks } from './casebook-merge.ts';
import { type CasebookStorage, createStoredCasebook, type Problem } from './casebook-stored.ts';
import { type GetFormerIds, revertChange } from './casebook-undo.ts';
import { createLiveValue, type LiveValue } from './live-value.ts';

/** Whether the browser keeps what is noted, or why not. */
export type Kept = 'kept' | Problem;

/** What makes another casebook of one, at a moment. */
type Change = (casebook: Casebook, now: number) => Casebook;

/** Something the reader did that can be taken back. */
export interface Action {
  /** Names the kind of action to whoever shows it. */
  readonly name: string;
  /** The case that was shown when it was done. */
  readonly shown: string;
  readonly before: Casebook;
  readonly after: Casebook;
}

/**
 * A casebook that survives a reload and is shared by all tabs. Every action reads what is stored, merges and writes,
 * so that two tabs cannot overwrite each other; what cannot be stored lasts as long as the page.
 */
export interface CasebookStore {
  readonly $casebook: LiveValue<Casebook>;
  /** Whether the browser keeps what is noted, and if not, why. */
  readonly $kept: LiveValue<Kept>;
  /** The action that {@link undo} would take back. */
  readonly $last: LiveValue<Action | null>;
  /** The id of the case this tab shows. */
  getCase(): string;
  /** Shows another case in this tab, and in tabs opened from now on. */
  showCase(id: string): void;
  /** Changes the casebook and stores it. Actions with the same `name` and `merging` become one for {@link undo}. */
  act(name: string, change: Change, merging?: boolean): void;
  /** Changes the casebook and stores it, as {@link act} does, but without anything to take back: what the reader did not do themselves. */
  amend(change: Change): void;
  /** Takes the last action back, and shows the case in which it was done. */
  undo(): void;
  /** Takes up what is stored now. */
  refresh(): void;
  /** Takes up what another tab has just stored; what it did not know yet is stored again, so that nothing is lost. */
  adopt(written: string | null): void;
}

export interface StoreOptions {
  /** The key to store under; a damaged value is set aside under `<key>:damaged`, a second one under `<key>:damaged:2` … */
  readonly key: string;
  /** The key of version 1, moved over and removed once the new value has been read back. */
  readonly oldKey?: string;
  /** The clock, in tenths of a second. */
  readonly now?: () => number;
  /** The ids that an item of the page had before: what is noted under them comes back where the first change of the item is taken back. */
  readonly getFormerIds?: GetFormerIds | undefined;
  /** Where a tab remembers its case; as the storage, it may throw or be missing. */
  readonly getTabStorage?: () => Pick<Storage, 'getItem' | 'setItem'> | null;
}

/** So many actions can be taken back. */
const LONGEST_HISTORY = 100;

/** @param getStorage gives the storage; may throw or give nothing where the browser blocks it */
export function createCasebookStore(getStorage: () => CasebookStorage | null, options: StoreOptions): CasebookStore {
  const { key, oldKey = '', now = () => Math.floor(Date.now() / 100), getTabStorage, getFormerIds } = options;
  const $casebook = createLiveValue<Casebook>(emptyCasebook);
  const $kept = createLiveValue<Kept>('kept');
  const $last = createLiveValue<Action | null>(null);
  const history: Action[] = [];
  const caseKey = `${key}:case`;
  /** The case that this tab shows. */
  let shown = attempt(() => getTabStorage!()!.getItem(caseKey));
  const stored = createStoredCasebook(getStorage, key, oldKey);
  let merged = emptyCasebook;
  let problem: Problem | undefined;
  let isUnsaved = false;

  function takeUp(casebook: Casebook): void {
    $casebook.set(mergeCasebooks($casebook.get(), casebook));
  }

  function refresh(): void {
    const read = stored.read();
    problem = read.problem;
    if (read.casebook !== merged) takeUp(read.casebook);
    merged = read.casebook;
    // Version 1 becomes part of the casebook; it stays where it is until all of it can be read back from the new value.
    const old = stored.readOld();
    if (old) {
      takeUp(old.casebook);
      writeBack();
      if (old.isWhole && holds(old.casebook)) stored.removeOld();
    }
    tellKept();
  }

  function write(casebook: Casebook): void {
    if (problem) return;
    isUnsaved = !stored.write(casebook);
    if (!isUnsaved) merged = casebook;
  }

  /** Only where something is missing there: two tabs that both wrote back would never stop. */
  function writeBack(): void {
    if (!holds($casebook.get())) write($casebook.get());
  }

  /** Whether the storage holds all that a casebook says. */
  function holds(casebook: Casebook): boolean {
    const { casebook: known } = stored.read();
    return mergeCasebooks(known, casebook) === known;
  }

  function tellKept(): void {
    $kept.set(problem ?? (isUnsaved ? 'full' : 'kept'));
  }

  /** Another case that is shown in another tab is not shown here of itself: the next tick would be somebody else's. */
  function getCase(): string {
    shown = getCurrentCase($casebook.get(), shown);
    return shown;
  }

  function remember(id: string): void {
    shown = id;
    attempt(() => getTabStorage!()!.setItem(caseKey, id));
  }

  /** Stores first: a listener that fails must not cost what the reader has just done. */
  function commit(casebook: Casebook): void {
    write(casebook);
    $casebook.set(casebook);
    tellKept();
  }

  function amend(change: Change): void {
    refresh();
    const before = $casebook.get();
    const after = change(before, now());
    if (after !== before) commit(after);
  }

  refresh();
  getCase();

  return {
    $casebook,
    $kept,
    $last,
    refresh,
    getCase,
    amend,
    showCase(id) {
      remember(id);
      amend((casebook, now) => setCurrent(casebook, id, now));
    },
    act(name, change, merging = false) {
      refresh();
      remember(getCase());
      const before = $casebook.get();
      const after = change(before, now());
      if (after === before) return;
      const last = history.at(-1);
      const isMore = merging && last?.name === name && last.after === before;
      if (isMore) history.pop();
      history.push(isMore ? { ...last, after } : { name, shown: getCase(), before, after });
      history.splice(0, history.length - LONGEST_HISTORY);
      commit(after);
      $last.set(history.at(-1) ?? null);
    },
    undo() {
      const action = history.pop();
      if (!action) return;
      remember(action.shown);
      amend((casebook, now) => revertChange(casebook, action.before, action.after, now, getFormerIds));
      $last.set(history.at(-1) ?? null);
    },
    adopt(written) {
      refresh();
      const reading = parseCasebook(written);
      if (written === null || reading.kind !== 'ok') return;
      takeUp(reading.casebook);
      writeBack();
      tellKept();
    },
  };
}
