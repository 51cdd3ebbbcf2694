/** The bytes that a text in base64url stands for; what does not fill a byte at its end is left aside. */
export function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const standard = text.replace(/-/g, '+').replace(/_/g, '/');
  // A single character more than four by four holds no whole byte, and `atob` refuses it.
  const whole = standard.length % 4 === 1 ? standard.slice(0, -1) : standard;
  return Uint8Array.from(atob(whole), (character) => character.charCodeAt(0));
}

/** In base64url, without padding. */
export function encodeBase64(bytes: readonly number[]): string {
  const binary = bytes.map((byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
}

/** A whole number in groups of seven bits, the lowest first; every group but the last has its high bit set. */
export function encodeVarint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...encodeVarint(Math.floor(value / 128))];
}

/** The lowest 8 × `count` bits, the highest byte first. */
export function encodeFixed(value: number, count: 3 | 4): number[] {
  return [24, 16, 8, 0].slice(4 - count).map((shift) => (value >>> shift) & 255);
}

/**
 * Reads bytes one after the other. Past the end it gives zeros, or fewer bytes than were asked for, and never throws;
 * `at` then lies behind the end for good.
 */
export class ByteReader {
  at = 0;
  readonly #bytes: Uint8Array<ArrayBuffer>;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.#bytes = bytes;
  }

  /** Where it has more than four groups, more than anything here is long. */
  readVarint(): number {
    let value = 0;
    for (let scale = 1; scale < 2 ** 28; scale *= 128) {
      const byte = this.#bytes[this.at++] ?? 0;
      value += (byte % 128) * scale;
      if (byte < 128) return value;
    }
    return 2 ** 28;
  }

  readFixed(count: 1 | 3 | 4): number {
    let value = 0;
    for (const byte of this.readBytes(count)) value = value * 256 + byte;
    return value;
  }

  readBytes(count: number): Uint8Array<ArrayBuffer> {
    const start = this.at;
    this.at += count;
    return this.#bytes.subarray(start, this.at);
  }
}
