import type { Plugin } from 'vite';

/**
 * Takes the loader out of dynamic imports that would fetch the parts of what is imported side by side: here each is
 * one file, and the loader weighs more than the shortest of them. Where a call of it is written in a way that is not
 * known here, a loader stays that only loads.
 */
export function plainDynamicImport(): Plugin {
  return {
    name: 'plain-dynamic-import',
    enforce: 'pre',
    // Each file has its own, or there would be one more file to be loaded by all of them.
    resolveId: (id, importer = '') => (id.endsWith('vite/preload-helper.js') ? PLAIN + importer : undefined),
    load: (id) => (id.startsWith(PLAIN) ? 'export const __vitePreload = (load) => load();' : undefined),
    renderChunk: (code) => (code.includes('__vitePreload') ? { code: code.replace(LOADER, '$1'), map: null } : undefined),
  };
}

const PLAIN = '\0plain-dynamic-import:';

/** `__vitePreload(() => import("…"), __VITE_PRELOAD__)`, or with what is taken of the import between braces. */
const LOADER =
  /__vitePreload(?:\$\d+)?\((?:async )?\(\) => (?:\{\s*const \{[^}]*\} = await )?(import\([^)]*\))(?:;\s*return \{[^}]*\};?\s*\})?,\s*__VITE_PRELOAD__\)/g;
