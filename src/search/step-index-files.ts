import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import { rememberInBuild } from '../content/remember.ts';
import type { Locale } from '../i18n/locales.ts';
import { paths } from '../i18n/paths.ts';
import { getAnalyser } from './analyser/analyse.ts';
import { splitStepIndex } from './large-index-split.ts';
import { FIRST_TERMS, formatMoreTerms, formatStepIndex, getMoreName, type StepIndex } from './step-index.ts';
import { readStepIndexes } from './step-index-source.ts';

/** A file of an index, named by its content. */
export interface StepIndexFile {
  readonly name: string;
  readonly text: string;
}

/** An index up to so many bytes after Brotli is one file; a larger one comes in parts, of which an answer needs a few. */
const LARGEST = 30_000;

/**
 * The index files of all languages, made from content/, the one that a page asks for first. A language without any words
 * of its own has an empty index.
 */
export async function getStepIndexFiles(): Promise<Map<Locale, StepIndexFile[]>> {
  const indexes = await readIndexes('content');
  return new Map([...indexes].map(([locale, index]) => [locale, createStepIndexFiles(locale, index)]));
}

/**
 * The files of one index: `<locale>.<version>.json`, alone or followed by its further terms or its parts. The version is
 * a digest of all that is in it, so that equal names mean equal files.
 */
export function createStepIndexFiles(locale: string, index: Omit<StepIndex, 'version'>): StepIndexFile[] {
  const version = getVersion(index);
  const name = getName(locale, version);
  const hasMore = index.things.some(({ terms }) => terms.length > FIRST_TERMS);
  const things = index.things.map((thing) => ({ ...thing, terms: thing.terms.slice(0, FIRST_TERMS) }));
  const text = formatStepIndex({ ...index, things, version, hasMore });
  if (isSmall(text)) return [{ name, text }, ...(hasMore ? [{ name: getMoreName(name), text: formatMoreTerms(index.things) }] : [])];
  return splitStepIndex(name, { ...index, version }, getAnalyser(index.lang));
}

function getVersion(index: Omit<StepIndex, 'version'>): string {
  return createHash('sha256')
    .update(formatStepIndex({ ...index, version: '' }))
    .digest('hex')
    .slice(0, 12);
}

function getName(locale: string, version: string): string {
  return `${locale}.${version}.json`;
}

/** Text never shrinks to a tenth; what is far too long is not compressed only to see that. The best quality takes twenty times as long. */
function isSmall(text: string): boolean {
  return text.length <= 10 * LARGEST && brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length <= LARGEST;
}

const readIndexes = rememberInBuild(readStepIndexes);

const getAddresses = rememberInBuild(async (dir: string): Promise<ReadonlyMap<Locale, string>> => {
  const indexes = await readIndexes(dir);
  return new Map([...indexes].map(([locale, index]) => [locale, paths.file(`search-index/${getName(locale, getVersion(index))}`)]));
});

/** The addresses of all indexes, for an attribute of the search elements. */
export function getStepIndexAddresses(): Promise<ReadonlyMap<Locale, string>> {
  return getAddresses('content');
}
