import { fileURLToPath } from 'node:url';
import { createContentModel, getThings } from '../content/content-model.ts';
import { citingKinds } from '../content/kind-rules.ts';
import { readContentTree } from '../content/read-tree.ts';
import { selectTexts, selectValues } from '../content/select-values.ts';
import { createValidateOptions } from './check-content.ts';

// `npm run coverage`: every idea of the three sources and where the guidance carries it.
const model = createContentModel(await readContentTree(fileURLToPath(new URL('../../', import.meta.url))), createValidateOptions());
const cited = new Map<string, string[]>();
for (const thing of citingKinds.flatMap((kind) => getThings(model, kind))) {
  for (const { value } of selectTexts(thing.structure, ['ideas', '*'])) cited.set(value, [...(cited.get(value) ?? []), thing.id]);
}
let due = 0;
let done = 0;
for (const source of getThings(model, 'source')) {
  console.log(`\n${source.id}`);
  for (const { path, value } of selectValues(source.structure, ['ideas', '*'])) {
    const idea = String(path.at(-1));
    const by = cited.get(idea) ?? [];
    const isDue = value !== 'noise' && value !== 'gap';
    due += isDue ? 1 : 0;
    done += isDue && by.length > 0 ? 1 : 0;
    console.log(`  ${idea}  ${String(value).padEnd(9)} ${by.join(', ') || (isDue ? 'NOT CITED' : '–')}`);
  }
}
console.log(`\n${done} of ${due} ideas are cited.`);
