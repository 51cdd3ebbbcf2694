import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContentModel } from '../content/content-model.ts';
import { publishedIdsPath } from '../content/content-path.ts';
import { formatFaults } from '../content/faults.ts';
import { getCurrentIds, getRecordedIds, type IdRecord } from '../content/published-ids.ts';
import { readContentTree } from '../content/read-tree.ts';
import { validateContent } from '../content/validate.ts';
import { createValidateOptions } from './check-content.ts';

const defaultHeader = `# Every permanent id ever published, by kind. Stored ticks and shared links hold these ids, so none may be lost:
# an id that is renamed or removed stays here, and stands in the \`formerIds\` of what takes its place.
# Written by \`npm run record-ids\`; nothing is ever removed.
`;

/**
 * Adds the ids that content/ has now to content/published-ids.yaml.
 * @returns the ids that were added, as `kind id`
 * @throws if the file is there and cannot be read: what it recorded must not be overwritten
 */
export async function recordIds(root: URL | string): Promise<string[]> {
  const base = root instanceof URL ? fileURLToPath(root) : root;
  const tree = await readContentTree(base);
  const options = createValidateOptions();
  const { publishedIds, ...model } = createContentModel(tree, options);
  if (publishedIds && !publishedIds.located) throw new Error(formatFaults(validateContent(tree, options).filter(({ file }) => file === publishedIdsPath)));
  const recorded = getRecordedIds(publishedIds);
  const current = getCurrentIds(model);
  await writeFile(join(base, publishedIdsPath), formatPublishedIds(current, recorded, publishedIds?.text));
  return [...current].flatMap(([kind, ids]) => [...ids].filter((id) => !recorded.get(kind)?.has(id)).map((id) => `${kind} ${id}`));
}

/** The text of content/published-ids.yaml: both records together, sorted, below the comment with which `previous` begins. */
export function formatPublishedIds(current: IdRecord, recorded: IdRecord, previous = ''): string {
  const header = /^(?:#.*\n)+/u.exec(previous)?.[0] ?? defaultHeader;
  const kinds = new Set([...current.keys(), ...recorded.keys()]);
  const blocks = [...kinds].map((kind) => {
    const ids = [...(current.get(kind) ?? new Set<string>()).union(recorded.get(kind) ?? new Set())].toSorted();
    return ids.length === 0 ? `${kind}: []\n` : `${kind}:\n${ids.map((id) => `  - ${id}\n`).join('')}`;
  });
  return `${header}${blocks.join('')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const added = await recordIds(new URL('../../', import.meta.url));
  console.log(added.length === 0 ? 'No new ids.' : `Recorded ${added.length} new: ${added.join(', ')}.`);
}
