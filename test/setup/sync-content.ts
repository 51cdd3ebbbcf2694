import { runAstro } from '../../src/build/run-astro.ts';

/** Loads content/ into .astro/, where astro:content looks while testing; on a fresh clone it would find nothing. */
export default async function setup(): Promise<void> {
  await runAstro('sync');
}
