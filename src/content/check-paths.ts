import type { ContentModel, SourceFile } from './content-model.ts';
import { formatContentPath } from './content-path.ts';
import { getFilePlace } from './fault-place.ts';
import { createFault, type Fault } from './faults.ts';
import { id as idSchema } from './fields.ts';
import { getNearest } from './nearest.ts';

/** Every file of content/ has a place and a name that every system keeps apart (B09, B15). */
export function checkPaths(model: ContentModel): Fault[] {
  const files = [...model.files.values()];
  return [...files.flatMap((file) => checkRole(model, file)), ...checkNames(files), ...checkFolders(model)];
}

function checkRole(model: ContentModel, file: SourceFile): Fault[] {
  const { kinds, locales } = model.options;
  const { is, path } = file;
  const at = getFilePlace(file);
  // A name that only its letters make wrong gets one fault, from checkNames.
  if (toPlainName(path) !== path && model.files.size > 0 && is.role !== 'unknown-folder' && hasPlace(toPlainName(path), model)) return [];
  if (is.role === 'wrong-ending') return [createFault('wrong-ending', at, { expected: is.expected })];
  if (is.role === 'unknown-locale') {
    const known = locales.map(({ id }) => id);
    const meant = getMeantLocale(is.stem, known);
    const expected = meant === undefined ? undefined : `${path.slice(0, path.lastIndexOf('/') + 1)}${meant}.${is.extension}`;
    return [createFault('unknown-locale', at, { stem: is.stem, known, ...(expected === undefined ? {} : { expected }) })];
  }
  if (is.role === 'unknown-folder') {
    const known = [...Object.values(kinds).map(({ folder }) => folder), 'ui'];
    const nearest = getNearest(is.folder, known);
    return [createFault('unknown-folder', at, { folder: is.folder, known, ...(nearest === undefined ? {} : { nearest }) })];
  }
  if (is.role === 'unknown-file') {
    const nearest = getExpectedName(model, path);
    return [createFault('unknown-file', at, nearest === undefined ? {} : { nearest })];
  }
  return [];
}

function checkNames(files: readonly SourceFile[]): Fault[] {
  const faults: Fault[] = [];
  const byLowerCase = new Map<string, string>();
  for (const file of files) {
    const { path } = file;
    const folded = path.normalize('NFC').toLowerCase();
    const other = byLowerCase.get(folded);
    if (other === undefined) byLowerCase.set(folded, path);
    else faults.push(createFault('names-differ-by-case', getFilePlace(file), { other }));
    if (file.is.role === 'document') continue;
    const name = path.split('/').find((part) => getNameProblem(part) !== undefined);
    const problem = name === undefined ? undefined : getNameProblem(name);
    if (name !== undefined && problem !== undefined)
      faults.push(createFault('file-name', getFilePlace(file), { name, problem, expected: toPlainName(name) || 'a-plain-name' }));
  }
  return faults;
}

/** The folders of things are named by ids. */
function checkFolders(model: ContentModel): Fault[] {
  return model.things.flatMap((thing) => {
    const problem = idSchema.safeParse(thing.id).error?.issues[0]?.message;
    const file = thing.structure ?? [...thing.words.values()][0];
    // A letter that no name may have is named by checkNames already.
    if (problem === undefined || !file || getNameProblem(thing.id) !== undefined) return [];
    const expected = thing.id
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^[-\d]+|-+$/gu, '')
      .slice(0, 60);
    return [createFault('folder-name', getFilePlace(file), { id: thing.id, problem, expected: idSchema.safeParse(expected).success ? expected : '' })];
  });
}

function getNameProblem(name: string): string | undefined {
  if (name !== name.normalize('NFC')) return 'is written with separate accents (NFD)';
  if (/[^\x21-\x7E]/u.test(name)) return 'has a character that is not plain ASCII';
  if (name !== name.toLowerCase()) return 'has upper-case letters';
  return undefined;
}

/** The name in lower-case ASCII: accents dropped, other characters gone. */
function toPlainName(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/\s+/gu, '-')
    .replace(/[^\x21-\x7E]/gu, '');
}

function hasPlace(path: string, model: ContentModel): boolean {
  const locales = model.options.locales.map(({ id }) => id);
  const [, folder, thing, name] = path.split('/');
  if (folder === 'ui') return locales.some((locale) => thing === `${locale}.json`);
  const row = Object.values(model.options.kinds).find((kind) => kind.folder === folder);
  return row !== undefined && (name === row.structure || locales.some((locale) => name === `${locale}.${row.words}`));
}

/** Old codes and codes with a region that are written for a language of the table. */
function getMeantLocale(stem: string, known: readonly string[]): string | undefined {
  const [base = ''] = stem.toLowerCase().split(/[-_]/u);
  const meant = ({ iw: 'he', heb: 'he', ara: 'ar', ita: 'it', eng: 'en' } as Readonly<Record<string, string>>)[base] ?? base;
  return known.includes(meant) ? meant : undefined;
}

/** Of a file in the folder of a thing: the structure file it was probably meant to be. */
function getExpectedName(model: ContentModel, path: string): string | undefined {
  const [, folder, thing, name, ...deeper] = path.split('/');
  const row = Object.values(model.options.kinds).find((kind) => kind.folder === folder);
  if (!row || thing === undefined || name === undefined || deeper.length > 0) return undefined;
  const expected = formatContentPath(row, thing);
  return !model.files.has(expected) && getNearest(name.replace(/\.yml$/u, '.yaml'), [row.structure]) ? expected : undefined;
}
