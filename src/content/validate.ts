import { checkBodies } from './check-bodies.ts';
import { checkCharacters } from './check-characters.ts';
import { checkDates } from './check-dates.ts';
import { checkIdeas } from './check-ideas.ts';
import { checkIds } from './check-ids.ts';
import { checkUnusedImages } from './check-images.ts';
import { checkLanguage } from './check-language.ts';
import { checkMessages } from './check-messages.ts';
import { checkOrder } from './check-order.ts';
import { checkPaths } from './check-paths.ts';
import { checkReferences } from './check-references.ts';
import { checkSchemas } from './check-schema.ts';
import { checkSyntax } from './check-syntax.ts';
import { checkDictionaries } from './check-ui.ts';
import { checkWords } from './check-words.ts';
import { type ContentModel, createContentModel, type ValidateOptions } from './content-model.ts';
import { createFault, type Fault, sortFaults } from './faults.ts';
import { checkPublishedIds } from './published-ids.ts';
import type { ContentTree } from './read-tree.ts';

/** The checks. Each reads the whole model, skips what did not parse (checkSyntax names it) and knows none of the others. */
const checks: readonly ((model: ContentModel) => Fault[])[] = [
  checkPaths,
  checkSyntax,
  checkSchemas,
  checkIds,
  checkOrder,
  checkReferences,
  checkIdeas,
  checkWords,
  checkMessages,
  checkDates,
  checkBodies,
  checkUnusedImages,
  checkCharacters,
  checkLanguage,
  checkDictionaries,
  checkPublishedIds,
];

/**
 * Everything that is wrong with the content, sorted by file and line; empty if nothing is. A function of its arguments
 * alone: the order of the tree, the machine and the clock play no part. Never throws: a check that fails is a fault too.
 * Not checked here: whether a translation is older than its reference (B04), which has an issue of its own.
 */
export function validateContent(tree: ContentTree, options: ValidateOptions): Fault[] {
  const model = attempt('createContentModel', () => createContentModel(tree, options));
  if ('failed' in model) return [model.failed];
  return sortFaults(
    checks.flatMap((check) => {
      const faults = attempt(check.name, () => check(model.result));
      return 'failed' in faults ? [faults.failed] : faults.result;
    }),
  );
}

function attempt<Result>(check: string, run: () => Result): { result: Result } | { failed: Fault } {
  try {
    return { result: run() };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { failed: createFault('check-failed', { file: 'content', of: 'The content' }, { check, reason }) };
  }
}
