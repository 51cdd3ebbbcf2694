import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';

/** A typeface to cut down: its file, the characters to keep, the axes to pin. */
export interface FontCut {
  readonly source: Uint8Array;
  readonly text: string;
  readonly axes?: Readonly<Record<string, number>> | undefined;
}

/** What the thread is told. */
export interface CutJob extends FontCut {
  readonly id: number;
}

/** What the thread answers: the bytes, or why there are none. */
type CutAnswer = { readonly id: number } & ({ readonly bytes: Uint8Array<ArrayBuffer> } | { readonly problem: string });

/** Under the project's folder: in a build this module runs from where the bundler put it. */
const WORKER = resolve('src/site/fonts/cut-font-worker.mjs');

const waiting = new Map<number, PromiseWithResolvers<Uint8Array<ArrayBuffer>>>();
let started: Worker | undefined;
let count = 0;

/** The versions of what cuts and compresses: with another one the same cut may have other bytes. */
export function getToolVersions(): string {
  const read = (name: string) => JSON.parse(readFileSync(resolve('node_modules', name, 'package.json'), 'utf8')) as { version: string };
  return ['subset-font', 'harfbuzzjs', 'wawoff2'].map((name) => read(name).version).join();
}

/**
 * Cuts a typeface down to a woff2 file, in a thread beside this one, which renders pages meanwhile.
 *
 * @throws with the words of the library, where it cannot
 */
export function cutFont(cut: FontCut): Promise<Uint8Array<ArrayBuffer>> {
  const worker = getWorker();
  const answer = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
  count += 1;
  waiting.set(count, answer);
  // Only while somebody waits does the thread keep the process.
  worker.ref();
  worker.postMessage({ ...cut, id: count } satisfies CutJob);
  return answer.promise;
}

function getWorker(): Worker {
  if (started) return started;
  const worker = new Worker(WORKER);
  worker.on('message', (answer: CutAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) worker.unref();
    if ('bytes' in answer) asked?.resolve(answer.bytes);
    else asked?.reject(new Error(`A typeface could not be cut: ${answer.problem}`));
  });
  worker.on('error', (error) => {
    for (const asked of waiting.values()) asked.reject(error);
    waiting.clear();
    started = undefined;
  });
  started = worker;
  return worker;
}
