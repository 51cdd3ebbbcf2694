import type { ItemState } from './casebook.ts';
import { cleanText } from './clean-text.ts';
import { getCrc32 } from './crc.ts';
import { getItemHash } from './item-hash.ts';
import { decodeBody, encodeBody, type SharedEntries, type SharedState } from './share-link-body.ts';
import { ByteReader, decodeBase64, encodeBase64, encodeFixed, encodeVarint } from './share-link-bytes.ts';
import { deflate, inflate } from './share-link-compression.ts';
import { findShareLink, SHARE_NAME } from './share-link-repair.ts';

/*
 * A share link holds the progress of one checklist in the fragment of an address, which no server ever sees:
 *
 *     progress=1.<base64url>    the version stands outside, so that a later one is recognised whatever follows it
 *
 *     flags     1 byte; 1: the body is packed (raw deflate), 0: it is not
 *     length    of the body as it stands here, a varint; where less is left the link was cut, what follows was glued on
 *     body      share-link-body.ts
 *     CRC-32    4 bytes, over version, flags, length and body
 */
const VERSION = 1;
const PACKED = 1;

/** Programs that write a link anew make it longer, but not so long; what is longer is not looked at. */
const READ_LIMIT = 20_000;

/** The longest note that a link carries, in UTF-16 code units as in `maxlength`. */
export const NOTE_LIMIT = 2_000;

/** The longest fragment that mail and chat programs still carry as part of one address. */
const LINK_LIMIT = 8_000;

/**
 * The fragment that shares a list's progress, without '#'. Notes are cleaned, and none is cut.
 *
 * @returns an empty one where it would be longer than mail and chat programs carry, or a note longer than is read
 */
export async function formatShareLink({ list, marks, notes }: SharedProgress<ItemState>): Promise<string> {
  const texts = [...notes].map(([id, note]) => [id, cleanText(note)] as const).filter(([, text]) => text);
  const body = encodeBody(list, marks, texts);
  const packed = await deflate(Uint8Array.from(body));
  const isShorter = typeof packed === 'object' && packed.length < body.length;
  const carried = isShorter ? [...packed] : body;
  const covered = [isShorter ? PACKED : 0, ...encodeVarint(carried.length), ...carried];
  const payload = encodeBase64([...covered, ...encodeFixed(getCrc32([VERSION, ...covered]), 4)]);
  // Programs that make addresses clickable may leave a last dash outside; a character behind the end is not read.
  const link = `${SHARE_NAME}=${VERSION}.${payload.replace(/[-_]$/, '$&0')}`;
  return link.length > LINK_LIMIT || texts.some(([, text]) => text.length > NOTE_LIMIT) ? '' : link;
}

/** Reads a fragment, with or without '#', on the page of a list. Never throws. */
export async function parseShareLink(fragment: string, known: KnownItems): Promise<ShareReading> {
  if (fragment.length > READ_LIMIT) return { kind: 'too-long' };
  const found = findShareLink(fragment);
  if (typeof found === 'string') return { kind: found };
  if (found.version !== VERSION) return { kind: found.version > VERSION ? 'newer' : 'damaged' };
  const body = await readBody(decodeBase64(found.payload));
  if (typeof body === 'string') return { kind: body };
  const entries = decodeBody(body);
  return entries ? recogniseItems(entries, known) : { kind: 'damaged' };
}

/** The body within a payload, unpacked; or why there is none. */
async function readBody(payload: Uint8Array<ArrayBuffer>) {
  const reader = new ByteReader(payload);
  const flags = reader.readFixed(1);
  const body = reader.readBytes(reader.readVarint());
  const covered = payload.subarray(0, reader.at);
  const crc = reader.readFixed(4);
  if (reader.at > payload.length) return 'cut';
  if (crc !== getCrc32([VERSION, ...covered])) return 'damaged';
  if (flags > PACKED) return 'newer';
  return flags === PACKED ? inflate(body) : body;
}

/** Gives hashes back their ids. An item that was marked under several of its ids has the mark of the newest. */
function recogniseItems(entries: SharedEntries, { list, formerLists = [], items }: KnownItems): ShareReading {
  if (![list, ...formerLists].some((id) => getItemHash(id) === entries.list)) return { kind: 'other-list' };
  const marks = new Map<string, SharedState>();
  const notes = new Map<string, string>();
  const unknown = new Set([...entries.marks.keys(), ...entries.notes.keys()]);
  for (const { id, formerIds } of items) {
    // The newest last, so that it stands.
    for (const hash of [id, ...formerIds].map(getItemHash).reverse()) {
      unknown.delete(hash);
      const state = entries.marks.get(hash);
      if (state) marks.set(id, state);
      const note = cleanText(entries.notes.get(hash) ?? '');
      if (note.length > NOTE_LIMIT) return { kind: 'too-long' };
      if (note) notes.set(id, note);
    }
  }
  return { kind: 'ok', progress: { list, marks, notes }, unknown: unknown.size };
}

/** A list's progress as somebody shares it. */
export interface SharedProgress<State = SharedState> {
  /** Id of the checklist. */
  readonly list: string;
  /** By item id; open items may be absent, and are in what was read. */
  readonly marks: ReadonlyMap<string, State>;
  /** By item id, only those that the sharer chose. */
  readonly notes: ReadonlyMap<string, string>;
}

/** An item of a list, with the ids it had before, the newest first. */
export interface SharedItem {
  readonly id: string;
  readonly formerIds: readonly string[];
}

/** The list of the page, with every id that its items ever had. */
export interface KnownItems {
  readonly list: string;
  readonly formerLists?: readonly string[] | undefined;
  readonly items: readonly SharedItem[];
}

/** How a fragment was understood. */
export type ShareReading =
  /** `unknown`: how many items are left out, because this version of the list does not have them. */
  | { readonly kind: 'ok'; readonly progress: SharedProgress; readonly unknown: number }
  /** No share link: nothing, the anchor of an item, or something else. */
  | { readonly kind: 'none' }
  | { readonly kind: 'other-list' }
  /** The end is missing. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'damaged' }
  /** Made by a newer version of the site. */
  | { readonly kind: 'newer' }
  /** Longer than any that this site makes. */
  | { readonly kind: 'too-long' }
  /** Packed in a way that this browser cannot unpack. */
  | { readonly kind: 'unreadable' };
