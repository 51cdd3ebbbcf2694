import { atom, type ReadableAtom } from 'nanostores';
import { attempt } from './attempt.ts';
import { type Casebook, emptyCasebook, getCaseIds, getCurrentCase, setCurrent } from './casebook.ts';
import { parseCasebook } from './casebook-format.ts';
import { hasMore, mergeCasebooks } from './casebook-merge.ts';
import { type CasebookStorage, createStoredCasebook, type Problem } from './casebook-stored.ts';
import { followRevert, type GetFormerIds, revertChange } from './casebook-undo.ts';

/** Whether the browser keeps what is noted, or why not. */
export type Kept = 'kept' | Problem;

/** Something the reader did that can be taken back. */
export interface Action {
  /** Names the kind of action to whoever shows it. */
  readonly name: string;
  readonly before: Casebook;
  readonly after: Casebook;
}

/**
 * A casebook that survives a reload and is shared by all tabs. Every action reads what is stored, merges and writes,
 * so that two tabs cannot overwrite each other; what cannot be stored lasts as long as the page.
 */
export interface CasebookStore {
  readonly $casebook: ReadableAtom<Casebook>;
  /** Whether the browser keeps what is noted, and if not, why. */
  readonly $kept: ReadableAtom<Kept>;
  /** The action that {@link undo} would take back. */
  readonly $last: ReadableAtom<Action | null>;
  /** The id of the case this tab shows. */
  getCase(): string;
  /** Shows another case in this tab, and in tabs opened from now on. */
  showCase(id: string): void;
  /** Changes the casebook and stores it. Actions with the same `name` and `merging` become one for {@link undo}. */
  act(name: string, change: (casebook: Casebook, now: number) => Casebook, merging?: boolean): void;
  /** Changes the casebook and stores it, as {@link act} does, but without anything to take back: what the reader did not do themselves. */
  amend(change: (casebook: Casebook, now: number) => Casebook): void;
  /** Takes the last action back. */
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
  readonly now?: () => number;
  /** The ids that an item of the page had before: what is noted under them comes back where the first change of the item is taken back. */
  readonly getFormerIds?: GetFormerIds;
  /** Where a tab remembers its case; as the storage, it may throw or be missing. */
  readonly getTabStorage?: () => Pick<Storage, 'getItem' | 'setItem'> | null;
}

/** So many actions can be taken back. */
const LONGEST_HISTORY = 100;

/** @param getStorage gives the storage; may throw or give nothing where the browser blocks it */
export function createCasebookStore(getStorage: () => CasebookStorage | null, options: StoreOptions): CasebookStore {
  const { key, oldKey, now = Date.now, getTabStorage, getFormerIds } = options;
  const $casebook = atom<Casebook>(emptyCasebook);
  const $kept = atom<Kept>('kept');
  const $last = atom<Action | null>(null);
  let history: Done[] = [];
  /** The case that was chosen in this tab, and the one it shows where that cannot be shown. */
  let chosen: string | null = attempt(() => getTabStorage?.()?.getItem(`${key}:case`) ?? null) ?? null;
  let fallback: string | null = null;
  const stored = createStoredCasebook(getStorage, key, oldKey);
  let merged: Casebook | undefined;
  let problem: Problem | undefined;
  let isUnsaved = false;

  function refresh(): void {
    const { casebook, ...why } = stored.read();
    problem = why.problem;
    // Where nothing is new, listeners are left in peace.
    if (casebook !== merged && casebook !== emptyCasebook) $casebook.set(mergeCasebooks($casebook.get(), casebook));
    merged = casebook;
    moveOver();
    tellKept();
  }

  function write(casebook: Casebook): void {
    if (problem) return;
    isUnsaved = !stored.write(casebook);
    if (!isUnsaved) merged = casebook;
  }

  /** Version 1 becomes part of the casebook; it stays where it is until all of it can be read back from the new value. */
  function moveOver(): void {
    const old = stored.readOld();
    if (!old) return;
    const casebook = mergeCasebooks(old, $casebook.get());
    if (hasMore(old, $casebook.get())) $casebook.set(casebook);
    if (hasMore(old, stored.read().casebook)) write(casebook);
    stored.removeOld(old);
  }

  /** Stores first: a listener that fails must not cost what the reader has just done. */
  function commit(casebook: Casebook): void {
    write(casebook);
    $casebook.set(casebook);
    tellKept();
  }

  function tellKept(): void {
    $kept.set(problem ?? (isUnsaved ? 'full' : 'kept'));
  }

  function remember(id: string): void {
    chosen = id;
    attempt(() => getTabStorage?.()?.setItem(`${key}:case`, id));
  }

  /** Another case that is shown in another tab is not shown here of itself: the next tick would be somebody else's. */
  function getCase(): string {
    const here = getCaseIds($casebook.get(), 'here');
    const shown = [chosen, fallback].find((id) => id !== null && here.includes(id)) ?? null;
    fallback = getCurrentCase($casebook.get(), shown);
    return fallback;
  }

  refresh();
  getCase();

  return {
    $casebook,
    $kept,
    $last,
    refresh,
    getCase,
    showCase(id) {
      remember(id);
      refresh();
      commit(setCurrent($casebook.get(), id, now()));
    },
    act(name, change, merging = false) {
      refresh();
      const shown = getCase();
      const before = $casebook.get();
      const after = change(before, now());
      if (after === before) return;
      const last = history.at(-1);
      const isMore = merging && last?.name === name && last.after === before;
      const earlier = isMore ? history.slice(0, -1) : history;
      history = [...earlier, { name, before: isMore ? last.before : before, after, shown: isMore ? last.shown : shown }].slice(-LONGEST_HISTORY);
      if (chosen === null) remember(shown);
      commit(after);
      $last.set(history.at(-1) ?? null);
    },
    amend(change) {
      refresh();
      const before = $casebook.get();
      const after = change(before, now());
      if (after !== before) commit(after);
    },
    undo() {
      const action = history.at(-1);
      if (!action) return;
      refresh();
      const casebook = $casebook.get();
      const shown = getCase();
      const reverted = revertChange(casebook, action.before, action.after, now(), getFormerIds);
      const follow = (earlier: Casebook) => followRevert(earlier, action.before, casebook, reverted);
      history = history.slice(0, -1).map((earlier) => ({ ...earlier, before: follow(earlier.before), after: follow(earlier.after) }));
      // Back to the case that was shown when the action was done, where it or the one shown now has come or gone.
      const isGoneOrBack = !getCaseIds(casebook, 'here').includes(action.shown) || !getCaseIds(reverted, 'here').includes(shown);
      if (isGoneOrBack) remember(action.shown);
      if (reverted !== casebook) commit(reverted);
      $last.set(history.at(-1) ?? null);
    },
    adopt(written) {
      refresh();
      const reading = parseCasebook(written);
      if (reading.kind !== 'ok' || written === null) return;
      // What was read from the storage is newer than what the other tab says it wrote, and stands where no time decides.
      if (hasMore(reading.casebook, $casebook.get())) $casebook.set(mergeCasebooks(reading.casebook, $casebook.get()));
      // Only where something is missing there: two tabs that both wrote back would never stop.
      if (hasMore($casebook.get(), stored.read().casebook)) write($casebook.get());
      tellKept();
    },
  };
}

/** An action, and the case that was shown when it was done. */
interface Done extends Action {
  readonly shown: string;
}
