/** CRC-32 as in gzip and PNG: it finds every change of up to 32 bits in a row, and all but one in four thousand million others. */
export function getCrc32(bytes: Iterable<number>): number {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}
