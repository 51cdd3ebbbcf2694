import type { z } from 'astro/zod';
import { checklistStructure, checklistWords } from './checklists/schema.ts';
import { termStructure, termWords } from './glossary/schema.ts';
import { phaseStructure, phaseWords, stepStructure, stepWords } from './guide/schema.ts';
import { factStructure, factWords, messageStructure, messageWords } from './messages/schema.ts';
import { pageStructure, pageWords } from './site/schema.ts';
import { sourceStructure, sourceWords, tensionStructure, tensionWords } from './sources/schema.ts';
import { triageStructure, triageWords } from './triage/schema.ts';

/**
 * Every kind of thing in content/: where its files lie and what they must hold. The collections and the
 * validating pass are both made from this table, so that neither can know a kind that the other does not.
 */
export const contentKinds = {
  page: { folder: 'pages', structure: 'page.yaml', words: 'mdx', structureSchema: pageStructure, wordsSchema: pageWords },
  phase: { folder: 'phases', structure: 'phase.yaml', words: 'mdx', structureSchema: phaseStructure, wordsSchema: phaseWords },
  step: { folder: 'steps', structure: 'step.yaml', words: 'mdx', structureSchema: stepStructure, wordsSchema: stepWords },
  checklist: { folder: 'checklists', structure: 'checklist.yaml', words: 'yaml', structureSchema: checklistStructure, wordsSchema: checklistWords },
  message: { folder: 'messages', structure: 'message.yaml', words: 'yaml', structureSchema: messageStructure, wordsSchema: messageWords },
  fact: { folder: 'facts', structure: 'fact.yaml', words: 'yaml', structureSchema: factStructure, wordsSchema: factWords },
  triage: { folder: 'triage', structure: 'triage.yaml', words: 'yaml', structureSchema: triageStructure, wordsSchema: triageWords },
  source: { folder: 'sources', structure: 'source.yaml', words: 'mdx', structureSchema: sourceStructure, wordsSchema: sourceWords },
  tension: { folder: 'tensions', structure: 'tension.yaml', words: 'yaml', structureSchema: tensionStructure, wordsSchema: tensionWords },
  term: { folder: 'glossary', structure: 'term.yaml', words: 'mdx', structureSchema: termStructure, wordsSchema: termWords },
} as const satisfies Record<string, ContentKind>;

export type ContentKindName = keyof typeof contentKinds;

/** A kind of thing: `content/<folder>/<id>/<structure>` says what is the same in every language, `<locale>.<words>` what a reader reads. */
export interface ContentKind {
  readonly folder: string;
  readonly structure: string;
  readonly words: 'mdx' | 'yaml';
  readonly structureSchema: z.ZodType;
  readonly wordsSchema: z.ZodType;
}
