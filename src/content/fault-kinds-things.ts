import { addArticle, askForNearest, type FaultKindTable, formatPlace, type Place, quote, quoteAll, type Wording } from './fault-wording.ts';

/** Faults of things across files: missing files, ids, order, references, ideas. */
export const thingFaults = {
  'missing-structure': (at: Place): Wording => ({
    message: `${at.of} has words and no structure file.`,
    hint: `Create ${at.file}, like that of another thing of its kind, or remove the folder.`,
  }),
  'missing-words': (at: Place, { fields, command, like }: { fields: readonly string[]; command: string; like?: string }): Wording => ({
    message: `${at.of} has no words in ${quote(at.locale)}, a published language. They belong in ${at.file}, with the fields ${quoteAll(fields)}.`,
    hint: `Run ${quote(command)} for an empty file and write it${like ? `; ${like} shows what it must say` : ''}.`,
  }),
  'missing-in-language': (at: Place, { having }: { having: readonly string[] }): Wording => ({
    message: `${at.of} has no ${quote(at.field)}, and ${quoteAll(having)} ${having.length === 1 ? 'has' : 'have'} one. A text that may be left out is left out in all languages or in none.`,
    hint: `Add ${quote(`${at.field}:`)} to ${at.file}, or remove it from the others.`,
  }),
  'same-text': (at: Place, { text, other }: { text: string; other: string }): Wording => ({
    message: `${at.of}: ${quote(at.field)} is word for word that of ${other}: ${quote(text)}.`,
    hint: `Write ${quote(at.field)} in the language of ${at.file}.`,
  }),
  'item-without-text': (at: Place, { kind, id, extra }: { kind: string; id: string; extra: readonly string[] }): Wording => ({
    message: `${at.of} has no text for ${kind} ${quote(id)}.${extra.length ? ` It has one for ${quoteAll(extra)}, which the structure does not know.` : ''}`,
    hint: `Add ${quote(`${id}:`)} to ${at.file}.`,
  }),
  'text-without-item': (at: Place, { kind, id, structure, missing }: { kind: string; id: string; structure: string; missing: readonly string[] }): Wording => ({
    message: `${at.of} has a text for ${quote(id)}, and ${structure} has no such ${kind}.${missing.length ? ` Without a text: ${quoteAll(missing)}.` : ''}`,
    hint: missing.length === 1 ? `Rename it to ${quote(missing[0])}, or remove it.` : `Remove it, or add the ${kind} to ${structure}.`,
  }),
  'duplicate-id': (_: Place, { id, kind, now, first, firstKind }: { id: string; kind: string; now?: string; first: Place; firstKind: string }): Wording => ({
    message: `The id ${quote(id)} is given twice: ${now === undefined ? `to ${addArticle(kind)}` : `as a former id of ${kind} ${quote(now)}`} here and to ${addArticle(firstKind)} in ${formatPlace(first)}. An id stands alone in anchors, stored ticks and shared links.`,
    hint:
      now === undefined
        ? 'Give one of them another id; if it has been published, keep the old one under `formerIds`.'
        : 'Remove it from `formerIds`, or give the other thing another id.',
  }),
  'order-taken': (at: Place, { order, other, within, parent }: { order: number; other: string } & Group): Wording => ({
    message: `${at.of} has the order ${order}${formatGroup(within, parent)}, and so has ${other}.`,
    hint: 'Number the siblings 1, 2, 3, each once.',
  }),
  'order-gap': (at: Place, { order, expected, count, within, parent }: { order: number; expected: number; count: number } & Group): Wording => ({
    message: `${at.of} has the order ${order}${formatGroup(within, parent)}, and nothing has ${expected}.`,
    hint: `Number the siblings from 1 to ${count} without gaps.`,
  }),
  'unknown-reference': (at: Place, { id, kind, now, kinds, nearest }: { id: string; kind: string } & Unresolved): Wording =>
    now === undefined
      ? {
          message: `${at.of}: ${quote(at.field)} names the ${kind} ${quote(id)}, and there is none.${kinds ? ` It is the id of ${kinds.map(addArticle).join(' and ')}.` : ''}${askForNearest(nearest)}`,
          hint: nearest ? `Write ${quote(nearest)} in ${formatPlace(at)}.` : `Write the id of ${addArticle(kind)}, or create it.`,
        }
      : { message: `${at.of}: ${quote(at.field)} names ${quote(id)}, a former id.`, hint: `Write ${quote(now)}, its id now, in ${formatPlace(at)}.` },
  'repeated-reference': (at: Place, { id }: { id: string }): Wording => ({
    message: `${at.of}: ${quote(at.field)} names ${quote(id)} a second time in the same list.`,
    hint: 'Remove one of the two.',
  }),
  'triage-without-start': (_: Place): Wording => ({
    message: `No question of the triage has ${quote('first: true')}; it must begin at exactly one.`,
    hint: `Add ${quote('first: true')} to the question that comes first.`,
  }),
  'second-triage-start': (at: Place, { first }: { first: string }): Wording => ({
    message: `${at.of} has ${quote('first: true')}, and so has ${first}. The triage begins at exactly one question.`,
    hint: 'Remove it from one of the two.',
  }),
  'unknown-idea': (at: Place, { idea, nearest }: { idea: string; nearest?: string }): Wording => ({
    message: `${at.of} cites the idea ${quote(idea)}, which no source has.${askForNearest(nearest)}`,
    hint: `Correct the number in ${formatPlace(at)}; the ideas stand in content/sources/*/source.yaml.`,
  }),
  'idea-not-cited': (at: Place, { idea }: { idea: string }): Wording => ({
    message: `${at.of}: no step, phase, page or message carries the idea ${quote(idea)}.`,
    hint: `Add ${quote(idea)} to the ${quote('ideas')} of what says it; \`npm run coverage\` shows where the others stand.`,
  }),
  'noise-cited': (at: Place, { idea, defined }: { idea: string; defined: Place }): Wording => ({
    message: `${at.of} cites the idea ${quote(idea)}, which is noise of the translation (${formatPlace(defined)}).`,
    hint: 'Cite another idea, or none: a step without ideas is shown as our addition.',
  }),
  'idea-without-text': (at: Place, { idea, by }: { idea: string; by?: Place }): Wording => ({
    message: `${at.of} has no sentence for the idea ${quote(idea)}${by ? `, which ${by.file} cites` : ''}.`,
    hint: `Add ${quote(`${idea}:`)} under ${quote('ideas')} in ${at.file}.`,
  }),
  'text-of-unknown-idea': (at: Place, { idea, source }: { idea: string; source: string }): Wording => ({
    message: `${at.of} has a sentence for ${quote(idea)}, which is no idea of the source ${quote(source)}.`,
    hint: `Correct the number, remove it, or add the idea to content/sources/${source}/source.yaml.`,
  }),
  'unpublished-record': (at: Place): Wording => ({
    message: `${at.file} does not exist. It records every id ever published, so that none is lost unseen.`,
    hint: 'Run `npm run record-ids` and commit the file.',
  }),
  'record-kind': (at: Place, { kind, known, nearest }: { kind: string; known: readonly string[]; nearest?: string }): Wording => ({
    message: `${at.of} has the kind ${quote(kind)}, which has no permanent ids.${askForNearest(nearest)}`,
    hint: `Kinds: ${quoteAll(known)}.`,
  }),
  'record-entry': (at: Place, { kind }: { kind: string }): Wording => ({
    message: `${at.of}: under ${quote(kind)} stands something that is not a list of ids.`,
    hint: 'Write one id per line, each beginning with “- ”.',
  }),
  'id-vanished': (_: Place, { kind, id, nearest }: { kind: string; id: string; nearest?: string }): Wording => ({
    message: `The ${kind} ${quote(id)} has been published and is gone; stored ticks and shared links to it would be lost.`,
    hint: `Add ${quote(`formerIds: [${id}]`)} to the ${kind} that takes its place${nearest ? ` (${quote(nearest)}?)` : ''}, or bring it back.`,
  }),
  'id-not-recorded': (_: Place, { kind, id }: { kind: string; id: string }): Wording => ({
    message: `The ${kind} ${quote(id)} is not in content/published-ids.yaml.`,
    hint: 'If the id is final, run `npm run record-ids` and commit the file; from then on it is permanent.',
  }),
} as const satisfies FaultKindTable;

interface Group {
  readonly within?: string;
  readonly parent?: string;
}

interface Unresolved {
  readonly now?: string;
  readonly kinds?: readonly string[];
  readonly nearest?: string;
}

function formatGroup(within: string | undefined, parent: string | undefined): string {
  return within === undefined ? '' : ` in ${within} ${quote(parent)}`;
}
