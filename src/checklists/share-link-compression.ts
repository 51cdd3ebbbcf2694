import { attempt } from './attempt.ts';

/** More than any link of ours holds; nothing is unpacked beyond it. */
const UNPACKED_LIMIT = 65_536;

/** Few bytes at a time: each may unpack to a thousand, and none is read after the limit. */
const SLICE = 128;

/** Raw deflate; a browser may know the class without this format. @returns undefined where the browser has none */
export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const stream = attempt(() => new CompressionStream('deflate-raw'));
  if (!stream) return undefined;
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(stream)).arrayBuffer());
}

/** @returns the bytes, or why there are none: no support here, more than `UNPACKED_LIMIT`, or not raw deflate at all */
export async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | 'unreadable' | 'too-long' | 'damaged'> {
  const stream = attempt(() => new DecompressionStream('deflate-raw'));
  if (!stream) return 'unreadable';
  let at = 0;
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (at < bytes.length) controller.enqueue(bytes.slice(at, at + SLICE));
      else controller.close();
      at += SLICE;
    },
  });
  const reader = source.pipeThrough(stream).getReader();
  const unpacked: number[] = [];
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (unpacked.length + part.value.length > UNPACKED_LIMIT) {
        // Not awaited: a stream that never ends its cancelling must not hold the page up.
        reader.cancel().catch(() => {});
        return 'too-long';
      }
      for (const byte of part.value) unpacked.push(byte);
    }
  } catch {
    return 'damaged';
  }
  return Uint8Array.from(unpacked);
}
