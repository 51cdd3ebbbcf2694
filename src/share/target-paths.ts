import type { Choice } from '../site/choice.ts';
import type { Target } from './queries.ts';

/** The static paths of the language-neutral addresses: one for each target's id and one for every id it had before. */
export function getTargetPaths(targets: readonly Target[]): TargetPath[] {
  return targets.flatMap(({ id, formerIds, choices }) => [id, ...formerIds].map((address) => ({ params: { id: address }, props: { choices } })));
}

interface TargetPath {
  params: { id: string };
  props: { choices: readonly Choice[] };
}
