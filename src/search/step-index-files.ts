import { createHash } from 'node:crypto';
import { brotliCompressSync } from 'node:zlib';
import type { Locale } from '../i18n/locales.ts';
import { paths } from '../i18n/paths.ts';
import { getAnalyser } from './analyser/analyse.ts';
import { splitStepIndex } from './large-index-split.ts';
import { formatStepIndex, type StepIndex } from './step-index.ts';
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
  const indexes = await readStepIndexes('content');
  return new Map([...indexes].map(([locale, index]) => [locale, createStepIndexFiles(locale, index)]));
}

/**
 * The files of one index: `<locale>.<version>.json`, alone or followed by its parts. The version is a digest of all that
 * is in it, so that equal names mean equal files.
 */
export function createStepIndexFiles(locale: string, index: Omit<StepIndex, 'version'>): StepIndexFile[] {
  const version = createHash('sha256')
    .update(formatStepIndex({ ...index, version: '' }))
    .digest('hex')
    .slice(0, 12);
  const name = `${locale}.${version}.json`;
  const text = formatStepIndex({ ...index, version });
  return isSmall(text) ? [{ name, text }] : splitStepIndex(name, { ...index, version }, getAnalyser(index.lang));
}

/** Text never shrinks to a tenth; what is far too long is not compressed only to see that. */
function isSmall(text: string): boolean {
  return text.length <= 10 * LARGEST && brotliCompressSync(text).length <= LARGEST;
}

let known: Promise<Map<Locale, StepIndexFile[]>> | undefined;

/** The address of a language's index, for an attribute of the search elements. While authors write, it is made anew each time. */
export async function getStepIndexAddress(locale: Locale): Promise<string> {
  if (!known || import.meta.env.DEV) known = getStepIndexFiles();
  const [file] = (await known).get(locale) ?? [];
  if (!file) throw new Error(`There is no step index for \`${locale}\`.`);
  return paths.file(`search-index/${file.name}`);
}
