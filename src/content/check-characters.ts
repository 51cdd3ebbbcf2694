import type { ContentModel, SourceFile } from './content-model.ts';
import { getFilePlace } from './fault-place.ts';
import { formatCodePoint } from './fault-wording.ts';
import { createFault, type Fault } from './faults.ts';
import { getPositionAt } from './position.ts';
import { getTextUnits, type TextUnit } from './texts.ts';

/**
 * Characters that no source may hold: controls, U+FFFD (a letter lost in a conversion), marks that turn the direction
 * of what follows (direction comes from markup), and others that nobody sees. Line breaks and tabs are left to others.
 */
const forbidden =
  /[\p{Co}\p{Zl}\p{Zp}\u{0}-\u{8}\u{B}-\u{1F}\u{7F}-\u{9F}\u{61C}\u{200B}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2060}-\u{206F}\u{FEFF}\u{FFF9}-\u{FFFD}\u{E0000}-\u{E007F}]/gu;

const names: readonly (readonly [RegExp, string])[] = [
  [/[\u{61C}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}]/u, 'an invisible direction mark'],
  [/\u{FFFD}/u, 'the sign for a letter that was lost when the text was converted'],
  [/\p{Cc}/u, 'a control character'],
  [/\p{Co}/u, 'a character for private use, which no font has'],
];

/** Scripts of which one word has only one. */
const scripts: readonly (readonly [string, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
];

/** The characters of every text file are NFC, visible, and of one script within a word (B14). */
export function checkCharacters(model: ContentModel): Fault[] {
  const files = [...model.files.values()].filter(({ is }) => is.role !== 'image');
  return [
    ...files.flatMap((file) => [...checkForbidden(file), ...checkNormalForm(file)]),
    ...getTextUnits(model).flatMap((unit) => [...checkEscaped(unit), ...checkScripts(unit)]),
  ];
}

function checkForbidden(file: SourceFile): Fault[] {
  // In a file that is not UTF-8 every U+FFFD comes of that, and the fault is named already.
  return [...file.text.matchAll(forbidden)]
    .filter(([character]) => file.isUtf8 || character !== '\uFFFD')
    .map(({ 0: character, index }) => createFault('forbidden-character', getFilePlace(file, getPositionAt(file.text, index)), describe(character)));
}

/** A forbidden character can also be written by its number: "\u202E" in JSON and YAML, &#x202E; in MDX. */
function checkEscaped({ file, text, getPlace }: TextUnit): Fault[] {
  return [...text.matchAll(forbidden)]
    .filter(([character]) => !file.text.includes(character))
    .map(({ 0: character, index }) => createFault('forbidden-character', getPlace(index), describe(character)));
}

function checkNormalForm(file: SourceFile): Fault[] {
  return file.text.split('\n').flatMap((line, index) => {
    const normal = line.normalize('NFC');
    if (normal === line) return [];
    const column = [...line].findIndex((character, at) => character !== [...normal][at]);
    const characters = [...line].slice(Math.max(0, column), column + 2);
    const before = [...line].slice(0, Math.max(0, column)).join('').length;
    return [
      createFault('not-normal-form', getFilePlace(file, { line: index + 1, column: before + 1 }), {
        found: characters.map(formatCodePoint),
        expected: formatCodePoint([...normal][Math.max(0, column)] ?? ''),
      }),
    ];
  });
}

function checkScripts({ text, isSearchTerm, locale, getPlace }: TextUnit): Fault[] {
  // Most texts are in one script; only the others are looked at word by word.
  if (scripts.filter(([, script]) => script.test(text)).length < 2) return [];
  return [...text.matchAll(/[\p{L}\p{M}]+/gu)].flatMap(({ 0: word, index }) => {
    const found = scripts.filter(([, script]) => script.test(word)).map(([name]) => name);
    // In a search term a Hebrew or Arabic prefix joins a Latin word without a hyphen, as people type it.
    const isTyped = isSearchTerm && locale.script !== 'latin' && found.every((name) => name === 'Latin' || name.toLowerCase() === locale.script);
    if (found.length < 2 || isTyped) return [];
    const main = scripts.find(([name]) => name.toLowerCase() === locale.script)?.[1] ?? /\p{L}/u;
    const foreign = [...word].find((character) => /\p{L}/u.test(character) && !main.test(character)) ?? word;
    return [
      createFault('mixed-scripts', getPlace(index + word.indexOf(foreign)), { word, scripts: found, character: foreign, codePoint: formatCodePoint(foreign) }),
    ];
  });
}

function describe(character: string): { codePoint: string; name: string } {
  return { codePoint: formatCodePoint(character), name: names.find(([pattern]) => pattern.test(character))?.[1] ?? 'an invisible character' };
}
