import type { SourceFile, Thing } from './content-model.ts';
import { type Place, quote } from './fault-wording.ts';
import type { Position } from './position.ts';
import type { DataPath } from './yaml-source.ts';

/** The place of a value in a file; for one that is missing, of its parent. The file may have failed to parse. */
export function getFieldPlace(file: SourceFile, path: DataPath, part: 'key' | 'value' = 'value'): Place {
  const field = path.map(String).join('.');
  return { ...getFilePlace(file), ...file.located?.getPosition(path, part), ...(field ? { field } : {}) };
}

/** The place of a file as a whole, or of a position in it. */
export function getFilePlace(file: SourceFile, position?: Position): Place {
  const { is, path } = file;
  const locale = is.role === 'words' || is.role === 'dictionary' ? { locale: is.locale } : {};
  return { file: path, ...position, ...locale, of: formatFileName(file) };
}

/** The place of a thing: its structure file, or its first words if it has none. */
export function getThingPlace(thing: Thing): Place {
  const file = thing.structure ?? [...thing.words.values()][0];
  if (!file) return { file: 'content', of: formatThing(thing.kind, thing.id) };
  return { ...getFilePlace(file), of: formatThing(thing.kind, thing.id) };
}

/** A thing as a message begins: “Step `name-the-mistake` (he)”. */
export function formatThing(kind: string, id: string, locale?: string): string {
  return `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${quote(id)}${locale === undefined ? '' : ` (${locale})`}`;
}

function formatFileName({ is, path }: SourceFile): string {
  if (is.role === 'words') return formatThing(is.kind, is.id, is.locale);
  if (is.role === 'structure' || is.role === 'image') return formatThing(is.kind, is.id);
  if (is.role === 'dictionary') return `The interface (${is.locale})`;
  if (is.role === 'published-ids') return 'The record of published ids';
  return `The file ${quote(path.split('/').at(-1))}`;
}
