import { attempt } from './attempt.ts';

/** More than any link of ours holds, packed or not; nothing is unpacked beyond it. */
const LIMIT = 65_536;

/** Few bytes at a time: each may unpack to a thousand, and none is read after the limit. */
const SLICE = 128;

type Bytes = Uint8Array<ArrayBuffer>;

/** No support here, more than `LIMIT`, or not raw deflate at all. */
type Refusal = 'unreadable' | 'too-long' | 'damaged';

/** Raw deflate, or why there is none; a browser may know the class without this format. */
export function deflate(bytes: Bytes): Promise<Bytes | Refusal> {
  return pipe(bytes, globalThis.CompressionStream);
}

/** The bytes that were packed, or why there are none. */
export function inflate(bytes: Bytes): Promise<Bytes | Refusal> {
  return pipe(bytes, globalThis.DecompressionStream);
}

/** What comes out of a stream. */
async function pipe(bytes: Bytes, Stream: typeof CompressionStream | typeof DecompressionStream): Promise<Bytes | Refusal> {
  const stream = attempt(() => new Stream('deflate-raw'));
  if (!stream) return 'unreadable';
  const source = new ReadableStream<Bytes>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += SLICE) controller.enqueue(bytes.slice(at, at + SLICE));
      controller.close();
    },
  });
  const reader = source.pipeThrough(stream).getReader();
  const out: number[] = [];
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      if (out.length + part.value.length > LIMIT) {
        // Not awaited: a stream that never ends its cancelling must not hold the page up.
        reader.cancel().catch(() => {});
        return 'too-long';
      }
      for (const byte of part.value) out.push(byte);
    }
  } catch {
    return 'damaged';
  }
  return Uint8Array.from(out);
}
