import type { ItemState } from './casebook.ts';
import { getItemHash } from './item-hash.ts';
import { ByteReader, encodeFixed, encodeVarint } from './share-link-bytes.ts';

/** What can be shared of an item; an open one is left out. */
export type SharedState = 'done' | 'not-applicable';

/** What a link says, the list and its items by their hashes (item-hash.ts). */
export interface SharedEntries {
  readonly list: number;
  readonly marks: ReadonlyMap<number, SharedState>;
  readonly notes: ReadonlyMap<number, string>;
}

const STATES: readonly SharedState[] = ['done', 'not-applicable'];

/**
 * The hash of the list; how many items are done, their hashes; how many are not applicable, their hashes; and to the
 * end, for each note, the hash of its item, its length in bytes and its text in UTF-8. A hash takes three bytes.
 * All is sorted, so that the same progress gives the same link.
 */
export function encodeBody(list: string, marks: Iterable<readonly [id: string, ItemState]>, notes: readonly (readonly [id: string, string])[]): number[] {
  const body = encodeFixed(getItemHash(list), 3);
  const all = [...marks].map(([id, state]) => [getItemHash(id), state] as const).sort(byHash);
  for (const state of STATES) {
    const hashes = all.flatMap(([hash, one]) => (one === state ? encodeFixed(hash, 3) : []));
    body.push(...encodeVarint(hashes.length / 3), ...hashes);
  }
  for (const [hash, text] of notes.map(([id, note]) => [getItemHash(id), note] as const).sort(byHash)) {
    const bytes = [...new TextEncoder().encode(text)];
    body.push(...encodeFixed(hash, 3), ...encodeVarint(bytes.length), ...bytes);
  }
  return body;
}

/** @returns undefined where the bytes end too early */
export function decodeBody(bytes: Uint8Array<ArrayBuffer>): SharedEntries | undefined {
  const reader = new ByteReader(bytes);
  const list = reader.readFixed(3);
  const marks = new Map<number, SharedState>();
  const notes = new Map<number, string>();
  for (const state of STATES) {
    const count = reader.readVarint();
    // Nothing is read for a count that promises more than there is.
    if (count * 3 > bytes.length - reader.at) return undefined;
    for (let index = 0; index < count; index += 1) marks.set(reader.readFixed(3), state);
  }
  while (reader.at < bytes.length) {
    const hash = reader.readFixed(3);
    // A note may begin with what looks like a byte-order mark.
    notes.set(hash, new TextDecoder('utf-8', { ignoreBOM: true }).decode(reader.readBytes(reader.readVarint())));
  }
  return reader.at === bytes.length ? { list, marks, notes } : undefined;
}

function byHash([a]: readonly [number, unknown], [b]: readonly [number, unknown]): number {
  return a - b;
}
