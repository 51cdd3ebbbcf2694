import { type FaultKindTable, type Place, quote, type Wording } from './fault-wording.ts';

/** Faults of characters and wording. */
export const textFaults = {
  'forbidden-character': (at: Place, { codePoint, name }: { codePoint: string; name: string }): Wording => ({
    message: `${at.of} holds ${codePoint}, ${name}.`,
    hint: 'Delete it, and type the text around it again if letters are missing.',
  }),
  'not-normal-form': (at: Place, { found, expected }: { found: readonly string[]; expected: string }): Wording => ({
    message: `${at.of} is not in normal form C: ${found.join(' ')} stands where ${expected} should. The two look alike, and search would not find one by the other.`,
    hint: 'Type the letter again, or normalise the file to NFC in your editor.',
  }),
  'mixed-scripts': (
    at: Place,
    { word, scripts, character, codePoint }: { word: string; scripts: readonly string[]; character: string; codePoint: string },
  ): Wording => ({
    message: `${at.of}: the word ${quote(word)} mixes ${scripts.join(' and ')} letters; ${quote(character)} is ${codePoint}.`,
    hint: 'Type the letter again in the script of the word, or part the scripts with a space or hyphen.',
  }),
  'language-rule': (
    at: Place,
    { found, problem, instead, severity }: { found: string; problem: string; instead: string; severity: 'error' | 'warning' },
  ): Wording => ({
    message: `${at.of}: ${quote(found)} ${problem}.`,
    hint: instead,
    severity,
  }),
} as const satisfies FaultKindTable;
