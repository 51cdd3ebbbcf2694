import { addArticle, askForNearest, type FaultKindTable, formatCount, type Place, quote, quoteAll, type Wording } from './fault-wording.ts';

/** Faults of messages and the facts that readers fill in. */
export const messageFaults = {
  'slot-without-fact': (at: Place, { slot, nearest }: { slot: string; nearest?: string }): Wording => ({
    message: `${at.of}: no fact has the slot ${quote(slot)}.${askForNearest(nearest)} A slot is the id of a fact in camel case.`,
    hint: nearest ? `Write ${quote(nearest)}.` : 'Create the fact in content/facts/, or use another.',
  }),
  'subject-of-channel': (at: Place, { isWritten }: { isWritten: boolean }): Wording => ({
    message: isWritten ? `${at.of} is written and has no subject line.` : `${at.of} is spoken and has a subject line, which nobody would hear.`,
    hint: isWritten
      ? `Add ${quote('subject: [matter]')}, and a subject for each address form to the words.`
      : `Remove ${quote('subject')} here and from the words.`,
  }),
  'unknown-slot': (at: Place, { slot, slots, nearest }: { slot: string; slots: readonly string[]; nearest?: string }): Wording => ({
    message: `${at.of}: the text has the slot ${quote(`{${slot}}`)}, which has no place here.${askForNearest(nearest)} ${slots.length ? `Its slots: ${quoteAll(slots)}.` : 'It has no slots.'}`,
    hint: nearest ? `Write ${quote(`{${nearest}}`)}.` : 'Use one of its slots, or add this one to message.yaml.',
  }),
  'slot-left-out': (at: Place, { slot }: { slot: string }): Wording => ({
    message: `${at.of}: the text ${quote(at.field)} leaves out the slot ${quote(`{${slot}}`)}, so that what a reader fills in would be lost.`,
    hint: `Use ${quote(`{${slot}}`)}, or mark the fact as ${quote('optional: true')}.`,
  }),
  'slot-in-brackets': (at: Place, { slot, isInside }: { slot: string; isInside: boolean }): Wording =>
    isInside
      ? {
          message: `${at.of}: ${quote(`{${slot}}`)} must be filled and stands in double brackets, so that its text would vanish while it is empty.`,
          hint: 'Take it out of the brackets, or mark the fact as `optional: true`.',
        }
      : {
          message: `${at.of}: ${quote(`{${slot}}`)} may be left empty and stands outside double brackets, so that a gap would be left.`,
          hint: `Put it and the words that depend on it into brackets: ${quote(`[[, {${slot}}]]`)}.`,
        },
  'brackets-without-slot': (at: Place, { part }: { part: string }): Wording => ({
    message: `${at.of}: ${quote(part)} stands in double brackets and has no slot, so that it would always be shown.`,
    hint: 'Remove the brackets, or put the slot inside them.',
  }),
  'stray-brackets': (at: Place): Wording => ({
    message: `${at.of}: ${quote(at.field)} has double brackets that do not close or stand within others, or words after a bar that hold a slot or another bar.`,
    hint: 'Write what may be left out as [[, {clientName}]], with other words in its place as [[{contactName}|me]], and nothing else in double brackets.',
  }),
  'text-left-out': (at: Place, { name, what }: { name: string; what: string }): Wording => ({
    message: `${at.of}: ${quote(at.field)} has no text for the ${what} ${quote(name)}.`,
    hint: `Add ${quote(`${name}:`)} under ${quote(at.field)} in ${at.file}.`,
  }),
  'text-too-many': (at: Place, { name, what, expected }: { name: string; what: string; expected: readonly string[] }): Wording => ({
    message: `${at.of}: ${quote(name)} is no ${what} here.${expected.length ? ` Expected: ${quoteAll(expected)}.` : ''}`,
    hint: expected.length ? 'Rename it, or remove it.' : 'Remove it.',
  }),
  'subject-apologises': (at: Place): Wording => ({
    message: `${at.of}: the subject line speaks of an apology; it stands on a screen that others see.`,
    hint: 'Name the matter, and leave the apology to the first line of the text.',
  }),
  'absolute-promise': (at: Place, { found }: { found: string }): Wording => ({
    message: `${at.of}: ${quote(found)} promises what nobody can keep.`,
    hint: 'Say what was changed and who checks it.',
  }),
  'message-too-long': (at: Place, { count, limit }: { count: number; limit: number }): Wording => ({
    message: `${at.of}: with the example facts the text has ${count} words; at most ${limit} are allowed.`,
    hint: 'Shorten the text. Nobody reads more in such a moment.',
  }),
  'example-of-fact': (at: Place, { kind, isDue, field }: { kind: string; isDue: boolean; field: string }): Wording => ({
    message: isDue
      ? `${at.of}: ${addArticle(kind)} needs ${quote(field)} here, for the finished example.`
      : `${at.of}: ${addArticle(kind)} has no ${quote(field)} here.`,
    hint: isDue
      ? `Add ${quote(`${field}:`)} to ${at.file}.`
      : `Remove ${quote(field)}: dates, moments and minutes have their example in fact.yaml, words in each language.`,
  }),
  'rows-of-fact': (at: Place, { rows, structure }: { rows: number; structure: string }): Wording => ({
    message: `${at.of}: ${quote('rows')} must have ${formatCount(rows, 'row')}, one for each date in ${structure}.`,
    hint: 'Add or remove rows here, or dates there.',
  }),
} as const satisfies FaultKindTable;
