import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ContentModel, createContentModel, type Thing } from '../content/content-model.ts';
import { formatContentPath, type KindRow } from '../content/content-path.ts';
import { quote, quoteAll } from '../content/fault-wording.ts';
import { getFieldOutline } from '../content/field-outline.ts';
import { innerIds } from '../content/kind-rules.ts';
import { getNearest } from '../content/nearest.ts';
import { readContentTree } from '../content/read-tree.ts';
import { selectTexts } from '../content/select-values.ts';
import { createValidateOptions } from './check-content.ts';

const usage = 'Usage: npm run new -- words <kind> <id> <locale>, for example: npm run new -- words step name-the-mistake he';

/**
 * Writes an empty word file for a thing that exists. Every field is empty, which the content check reports until it
 * is written; a comment on each says what belongs there.
 * @param parts `words`, a kind, an id, a locale
 * @returns the path of the file, relative to the project
 * @throws if a part is wrong or the file exists
 */
export async function createWords(root: URL | string, parts: readonly string[]): Promise<string> {
  const base = root instanceof URL ? fileURLToPath(root) : root;
  const [what, kind = '', id = '', locale = '', ...others] = parts;
  if (what !== 'words' || locale === '' || others.length > 0) throw new Error(usage);
  const model = createContentModel(await readContentTree(base), createValidateOptions());
  const { kinds, locales } = model.options;
  const row = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!row) throw new Error(`There is no kind ${quote(kind)}. Kinds: ${quoteAll(Object.keys(kinds))}.\n${usage}`);
  if (!locales.some((candidate) => candidate.id === locale))
    throw new Error(`There is no language ${quote(locale)}. Known: ${quoteAll(locales.map((candidate) => candidate.id))}.\n${usage}`);
  const thing = findThing(model, kind, id);
  const path = formatContentPath(row, id, locale);
  // `wx` refuses to write over what somebody wrote.
  await writeFile(join(base, path), formatSkeleton(row, thing), { flag: 'wx' }).catch((error: unknown) => {
    throw error instanceof Error && 'code' in error && error.code === 'EEXIST' ? new Error(`${path} exists already; nothing was written.`) : error;
  });
  return path;
}

/** The text of an empty word file: each field of the schema with what belongs there, and a text per item. */
export function formatSkeleton(row: KindRow, thing: Thing): string {
  const outline = getFieldOutline(row.wordsSchema, []);
  const lines = [...(outline?.fields ?? [])].flatMap(([name, field]) => {
    const isOptional = !outline?.required.includes(name);
    const about = [field.about, isOptional ? 'may be left out' : undefined].filter(Boolean).join('; ');
    return [
      ...(about ? [`# ${about}`] : []),
      ...formatField(name, field.type, field.isRecord, getInnerIds(thing, name)).map((line) => (isOptional ? `# ${line}` : line)),
    ];
  });
  const fields = `${lines.join('\n')}\n`;
  return row.words === 'mdx' ? `---\n${fields}---\n` : fields;
}

function formatField(name: string, type: string | undefined, isRecord: boolean, ids: readonly string[]): string[] {
  if (isRecord) return ids.length === 0 ? [`${name}: {}`] : [`${name}:`, ...ids.map((id) => `  ${id}: ''`)];
  return [`${name}: ${type === 'array' ? '[]' : "''"}`];
}

function getInnerIds(thing: Thing, field: string): string[] {
  const inner = innerIds.find(({ within, words }) => within === thing.kind && words === field);
  return inner ? selectTexts(thing.structure, [inner.list, '*', 'id']).map(({ value }) => value) : [];
}

function findThing(model: ContentModel, kind: string, id: string): Thing {
  const things = model.things.filter((thing) => thing.kind === kind);
  const thing = things.find((candidate) => candidate.id === id);
  if (thing) return thing;
  const nearest = getNearest(
    id,
    things.map((candidate) => candidate.id),
  );
  throw new Error(`There is no ${kind} ${quote(id)}.${nearest ? ` Did you mean ${quote(nearest)}?` : ''} Its structure file comes first.\n${usage}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await createWords(new URL('../../', import.meta.url), process.argv.slice(2)).then(
    (path) => console.log(`Created ${path}. Write every field, then run \`npm run check\`.`),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
}
