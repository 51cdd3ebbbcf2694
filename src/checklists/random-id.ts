/** Twelve letters and digits that no other browser will think of. */
export function createId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => (byte % 36).toString(36)).join('');
}
