import type { Finder, Found } from './finder.ts';
import { enrichFinder, openFinder } from './open-finder.ts';
import type { Rescued } from './rescue.ts';
import type { SearchedLanguage } from './results-languages.ts';

/** What is known of an answer so far. */
export type Answer =
  /** The index is on its way, and slow. */
  | { readonly state: 'searching' }
  /** There is no index, or it is damaged, or of another build or language. */
  | { readonly state: 'failed' }
  | {
      readonly state: 'found';
      readonly query: string;
      /** What the words themselves found, best first. */
      readonly found: readonly Found[];
      /** What they may have meant, where they found nothing good. */
      readonly rescued?: Rescued;
      readonly finder: Finder;
      /** Whether another answer to the same query was shown before; nothing may change under the hands of a reader who uses that. */
      readonly isSecond?: boolean;
    };

export type OpenFinder = typeof openFinder;

/** Milliseconds after which a reader is told that it takes time. */
const SLOW = 300;

/** Asks the step index of a page, in small turns. Only the newest question is answered; those before it are dropped. */
export class Asker {
  readonly #languages: readonly SearchedLanguage[];
  readonly #limit: number;
  readonly #open: OpenFinder;
  readonly #enrich: typeof enrichFinder;
  #turn = 0;

  /** @param languages the page's own first */
  constructor(
    languages: readonly SearchedLanguage[],
    limit: number,
    open: OpenFinder = openFinder,
    enrich = open === openFinder ? enrichFinder : enrichNothing,
  ) {
    [this.#languages, this.#limit, this.#open, this.#enrich] = [languages, limit, open, enrich];
  }

  /** Loads the index before it is needed. Whether that fails is said to whoever asks. */
  prepare(): void {
    const [own] = this.#languages;
    if (own) this.#open(own.index, own.lang).catch(() => {});
  }

  /** Drops the question that is open. */
  cancel(): void {
    this.#turn += 1;
  }

  /**
   * Answers a query through `show`, which may be told that it takes time, then the answer, and another one if further
   * terms come later and lead elsewhere.
   *
   * @param pause how long to wait for another key before the query is taken for finished
   */
  async ask(query: string, show: (answer: Answer) => void, pause = 0): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const isOld = (): boolean => turn !== this.#turn;
    const slow = setTimeout(() => {
      if (!isOld()) show({ state: 'searching' });
    }, SLOW);
    const answer = await this.#answer(query, pause, isOld).catch((error: unknown): Answer => {
      console.warn(error);
      return { state: 'failed' };
    });
    clearTimeout(slow);
    if (!answer || isOld()) return;
    show(answer);
    const second = await this.#answerAgain(answer, isOld);
    if (second && !isOld()) show(second);
  }

  /** @returns undefined where no further terms come, or none that leads elsewhere */
  async #answerAgain(answer: Answer, isOld: () => boolean): Promise<Answer | undefined> {
    const [own] = this.#languages;
    if (!own || answer.state !== 'found') return undefined;
    const richer = await this.#enrich(own.index, own.lang);
    if (!richer || richer === answer.finder || isOld()) return undefined;
    const second = await this.#answer(answer.query, 0, isOld);
    return second?.state === 'found' && getIds(second) !== getIds(answer) ? { ...second, isSecond: true } : undefined;
  }

  /** @returns undefined where another question has come */
  async #answer(query: string, pause: number, isOld: () => boolean): Promise<Answer | undefined> {
    const [own, ...others] = this.#languages;
    if (!own) throw new Error('The page names no step index in data-languages.');
    const finder = await this.#open(own.index, own.lang);
    // The key that asks, the search and what is drawn then are a turn each, so that none is long.
    await rest(0);
    if (isOld()) return undefined;
    await finder.prepare(query);
    if (isOld()) return undefined;
    const found = finder.find(query, this.#limit);
    await rest(0);
    if (found[0] && !found[0].isWeak) return { state: 'found', query, found, finder };
    await rest(pause);
    if (isOld()) return undefined;
    const rescued = await this.#rescue(query, finder, others, found);
    await rest(0);
    return { state: 'found', query, found, finder, ...(rescued && { rescued }) };
  }

  /** Few queries need it, so that it is loaded with the first of them; where that fails, what the words found stands alone. */
  async #rescue(query: string, finder: Finder, others: readonly SearchedLanguage[], found: readonly Found[]): Promise<Rescued | undefined> {
    const load = async (index: string, lang: string): Promise<Finder> => {
      await rest(0);
      return this.#open(index, lang);
    };
    try {
      const { rescue } = await import('./rescue.ts');
      return await rescue(
        query,
        finder,
        others.map(({ lang, script, index }) => ({ lang, script, load: () => load(index, lang) })),
        found,
      );
    } catch (error) {
      console.warn(error);
      return undefined;
    }
  }
}

/** What an answer shows, in its order. */
function getIds({ found, rescued }: Answer & { state: 'found' }): string {
  return [...(rescued?.found ?? []), ...found].map(({ id }) => id).join();
}

const enrichNothing: typeof enrichFinder = () => Promise.resolve(undefined);

/** Lets the page act for so many milliseconds. */
export function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
