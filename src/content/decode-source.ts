/** The text of a file and what was wrong with its bytes. */
export interface DecodedSource {
  /** Without a byte-order mark, lines ended by \n: git and editors may write either, and positions must not differ. */
  readonly text: string;
  readonly hasByteOrderMark: boolean;
  readonly isUtf8: boolean;
}

/** Makes text of the bytes of a file; bytes that are not UTF-8 become U+FFFD and are reported through `isUtf8`. */
export function decodeSource(content: Uint8Array | string): DecodedSource {
  const { raw, isUtf8 } = typeof content === 'string' ? { raw: content, isUtf8: content.isWellFormed() } : decodeBytes(content);
  const hasByteOrderMark = raw.startsWith('\uFEFF');
  const text = (hasByteOrderMark ? raw.slice(1) : raw).toWellFormed().replaceAll('\r\n', '\n');
  return { text, hasByteOrderMark, isUtf8 };
}

function decodeBytes(bytes: Uint8Array): { raw: string; isUtf8: boolean } {
  try {
    return { raw: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), isUtf8: true };
  } catch {
    return { raw: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), isUtf8: false };
  }
}
