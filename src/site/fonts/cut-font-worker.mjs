// @ts-check
import { parentPort } from 'node:worker_threads';
import subsetFont from 'subset-font';

// Runs in a thread of its own (cut-font.ts), because to compress a typeface takes as long as to render a hundred pages.
parentPort?.on('message', async (/** @type {import('./cut-font.ts').CutJob} */ { id, source, text, axes }) => {
  try {
    const bytes = await subsetFont(Buffer.from(source), text, { targetFormat: 'woff2', ...(axes && { variationAxes: { ...axes } }) });
    parentPort?.postMessage({ id, bytes });
  } catch (error) {
    parentPort?.postMessage({ id, problem: error instanceof Error ? error.message : String(error) });
  }
});
