import type { TestProject } from 'vitest/node';
import { dist } from '../../src/build/run-astro.ts';
import { serveStatic } from '../../src/build/static-server.ts';

/** Serves the built site while the tests run; `inject('url')` is its address, with a slash at its end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await serveStatic(dist, { base: process.env['BASE'] });
  project.provide('url', server.url);
  return server.close;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built site's base, with a slash at its end. Only in test/e2e. */
    url: string;
  }
}
