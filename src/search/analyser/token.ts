/** A form under which a word is found. Two words match where they share a key, as well as both weights allow. */
export interface Key {
  /**
   * The form. Plain for a word or stem; with `~` in front for a word without vowel letters, with `^` for a root or the
   * beginning of a stem, so that a short root never meets a short word.
   */
  readonly key: string;
  /** How much of the word the form still tells, above 0 up to 1: 1 is the word itself. */
  readonly weight: number;
}

/** A word of a text. */
export interface Token {
  /** The forms of the word, the word itself first; each form once. */
  readonly keys: readonly Key[];
  /** Where the word stands in the text, in UTF-16 units; `end` is behind it. */
  readonly start: number;
  readonly end: number;
  /** Whether the word only joins others (“the”, “how”, “של”): it hardly says what is looked for. */
  readonly isSmall: boolean;
}

/** Takes a text apart. Pure, total, and linear in the length of the text. */
export type Analyse = (text: string) => Token[];

/** What is particular to one language. */
export interface LanguageRules {
  /** Which words the rules are for; words in other scripts get only what all languages share. */
  readonly script: RegExp;
  /** Letters that are one to a reader, beyond what holds for every language. Idempotent. */
  fold?(word: string): string;
  /** All forms of a folded word, itself first; the same form may come several times. */
  getKeys(word: string): Key[];
  /** Where to part a word that holds apostrophes or quotation marks; without it they vanish from the word. */
  split?(raw: string): Part[];
  /** Folded words that only join others. */
  readonly smallWords: ReadonlySet<string>;
}

/** A part of a word, by its place in it. */
export interface Part {
  readonly start: number;
  readonly end: number;
}
