import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dist } from './run-astro.ts';
import { type StaticServer, serveStatic } from './static-server.ts';

// The second half of `npm start`: serves dist/ on port 4321, or the next that is free, until it is stopped.
const firstPort = 4321;

if (!existsSync(join(dist, 'index.html'))) {
  console.error('dist/ holds no site. Run `npm run build` first.');
  process.exit(1);
}
const server = await serveOnFreePort();
console.log(`\nThe site is ready. Open this address (Ctrl+C stops it):\n${server.url}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void server.close().then(() => process.exit()));
}

async function serveOnFreePort(): Promise<StaticServer> {
  for (let port = firstPort; ; port++) {
    try {
      return await serveStatic(dist, { base: process.env['BASE'], port });
    } catch (error) {
      // Windows reserves ports and answers EACCES for them.
      const taken = ['EADDRINUSE', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '');
      if (!taken || port >= firstPort + 100) throw error;
    }
  }
}
