import type { Plugin } from 'vite';

/**
 * Takes the loader out of dynamic imports that would fetch the parts of what is imported side by side: here each is
 * one file, and the loader weighs more than the shortest of them.
 */
export function plainDynamicImport(): Plugin {
  return {
    name: 'plain-dynamic-import',
    enforce: 'pre',
    resolveId: (id) => (id.endsWith('vite/preload-helper.js') ? PLAIN : undefined),
    load: (id) => (id === PLAIN ? 'export const __vitePreload = (load) => load();' : undefined),
  };
}

const PLAIN = '\0plain-dynamic-import';
