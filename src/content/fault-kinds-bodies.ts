import { addArticle, askForNearest, type FaultKindTable, formatPlace, type Place, quote, quoteAll, type Wording } from './fault-wording.ts';

/** Faults of MDX bodies. */
export const bodyFaults = {
  'mdx-syntax': (at: Place, { reason }: { reason: string }): Wording => ({
    message: `${at.of}: the text cannot be read as MDX: ${reason.replace(/[.\s]+$/u, '')}.`,
    hint: 'Close every tag in the paragraph in which it opens. A < that is meant as a sign does not belong in a text; say it in words.',
  }),
  'mdx-code': (at: Place, { found }: { found: '{' | 'import' | 'export' }): Wording => ({
    message: `${at.of}: ${quote(found)} begins code, and texts hold none.`,
    hint:
      found === '{'
        ? 'Remove the braces. Only a heading ends with an id in braces: ## Title {#id}.'
        : `Begin the line with another word than ${quote(found)}, or remove it.`,
  }),
  'mark-not-allowed': (at: Place, { name, instead }: { name: string; instead: string }): Wording => ({
    message: `${at.of}: ${name} cannot stand in a text.`,
    hint: instead,
  }),
  'html-not-allowed': (at: Place, { name, allowed }: { name: string; allowed: readonly string[] }): Wording => ({
    message: `${at.of}: the HTML element ${quote(`<${name}>`)} cannot stand in a text. Allowed: ${quoteAll(allowed.map((element) => `<${element}>`))}.`,
    hint: 'Write it as plain text or Markdown.',
  }),
  'element-attributes': (at: Place, { name, expected }: { name: string; expected: readonly string[] }): Wording => ({
    message: `${at.of}: ${quote(`<${name}>`)} has other attributes than it may have in a text.`,
    hint: `Write ${quoteAll(expected, 'or')}.`,
  }),
  'space-in-isolation': (at: Place, { text }: { text: string }): Wording => ({
    message: `${at.of}: ${quote(text)} has a space inside ${quote('<bdi>')}, which would be shown on the wrong side.`,
    hint: 'Put the space outside the tags.',
  }),
  'unknown-component': (at: Place, { name, allowed, nearest }: { name: string; allowed: readonly string[]; nearest?: string }): Wording => ({
    message: `${at.of}: there is no element or component ${quote(`<${name}>`)}.${askForNearest(nearest)} Allowed: ${quoteAll(allowed.map((element) => `<${element}>`))}.`,
    hint: nearest ? `Write ${quote(`<${nearest}>`)}…${quote(`</${nearest}>`)}.` : 'Remove the tags and keep the words.',
  }),
  'foreign-element': (at: Place, { name }: { name: string }): Wording => ({
    message: `${at.of}: ${quote(`<${name}>`)} would load or run something, and nothing in this site does.`,
    hint: 'Remove it; link to what it shows.',
  }),
  'inline-handler': (at: Place, { name, attribute }: { name: string; attribute: string }): Wording => ({
    message: `${at.of}: ${quote(attribute)} on ${quote(`<${name}>`)} is script in a text.`,
    hint: 'Remove the attribute. Behaviour belongs in an element under src/.',
  }),
  'foreign-address': (at: Place, { name, attribute, address }: { name: string; attribute: string; address: string }): Wording => ({
    message: `${at.of}: ${quote(attribute)} of ${quote(`<${name}>`)} leads away from this site: ${quote(address)}. No page may load anything from elsewhere.`,
    hint: 'Put the file beside the text and name it there, or link to the address in words.',
  }),
  'second-mark': (at: Place): Wording => ({
    message: `${at.of} marks a second passage; a step marks one clause, the one to remember.`,
    hint: 'Keep one `<mark>`.',
  }),
  'empty-body': (at: Place, { why }: { why: string }): Wording => ({
    message: `${at.of} has fields and no text below them. ${why}`,
    hint: `Write the text in ${at.file}, after the second line ---.`,
  }),
  'link-without-words': (at: Place, { address }: { address: string }): Wording => ({
    message: `${at.of}: the link to ${quote(address)} has no words.`,
    hint: 'Write the words to click between the brackets.',
  }),
  'relative-link': (at: Place, { address, meant }: { address: string; meant?: string }): Wording => ({
    message: `${at.of}: the link ${quote(address)} is an address within a site. It would leave the language or break under another base path.`,
    hint: meant ? `Write ${quote(meant)}.` : 'Write kind and id of the thing it leads to, such as step:name-the-mistake or page:about.',
  }),
  'dead-link': (
    at: Place,
    { kind, id, now, kinds, nearest }: { kind: string; id: string; now?: string; kinds?: readonly string[]; nearest?: string },
  ): Wording => {
    if (now !== undefined)
      return {
        message: `${at.of}: the link leads to ${quote(id)}, a former id of ${addArticle(kind)}.`,
        hint: `Write ${quote(`${kind}:${now}`)} in ${formatPlace(at)}.`,
      };
    const other = kinds?.[0];
    return {
      message: `${at.of}: the link leads to the ${kind} ${quote(id)}, and there is none.${other ? ` It is the id of ${addArticle(other)}.` : askForNearest(nearest && `${kind}:${nearest}`)}`,
      hint: other
        ? `Write ${quote(`${other}:${id}`)}.`
        : nearest
          ? `Write ${quote(`${kind}:${nearest}`)}.`
          : `Write the id of ${addArticle(kind)}, or remove the link and keep the words.`,
    };
  },
  'link-scheme': (
    at: Place,
    { address, scheme, known, nearest }: { address: string; scheme: string; known: readonly string[]; nearest?: string },
  ): Wording => ({
    message: `${at.of}: a link cannot begin with ${quote(`${scheme}:`)} (${quote(address)}).${askForNearest(nearest)}`,
    hint:
      scheme === 'http'
        ? 'Write https:, if the other site answers there.'
        : `Begin it with one of ${quoteAll(
            [...known, 'https', 'mailto'].map((name) => `${name}:`),
            'or',
          )}.`,
  }),
  'bad-address': (at: Place, { address }: { address: string }): Wording => ({
    message: `${at.of}: ${quote(address)} is not a complete address.`,
    hint: 'Copy it again, from a browser or a letter.',
  }),
  'image-without-alt': (at: Place, { address }: { address: string }): Wording => ({
    message: `${at.of}: the image ${quote(address)} has no words for those who do not see it.`,
    hint: 'Say what it shows between the brackets: ![what it shows](file.png).',
  }),
  'image-missing': (at: Place, { path }: { path: string }): Wording => ({
    message: `${at.of}: the image ${quote(path)} does not exist.`,
    hint: 'Put the file there, or correct the address; it counts from the folder of the text.',
  }),
  'image-too-large': (at: Place, { path, size, largest }: { path: string; size: number; largest: number }): Wording => ({
    message: `${at.of}: the image ${quote(path)} has ${Math.ceil(size / 1000)} kB; at most ${largest / 1000} are allowed.`,
    hint: 'Make it smaller, or save it as WebP.',
  }),
  'unused-image': (at: Place): Wording => ({
    message: `No text beside it shows the image ${quote(at.file)}.`,
    hint: 'Remove it, or show it.',
  }),
  'heading-not-allowed': (at: Place): Wording => ({
    message: `${at.of}: a heading in the text. Only pages have headings; this text stands under a heading already.`,
    hint: 'Remove the heading, or make it the first sentence.',
  }),
  'heading-of-first-level': (at: Place): Wording => ({
    message: `${at.of}: a heading of the first level (#). The title of the page is that heading.`,
    hint: 'Write ## for the first level below the title.',
  }),
  'heading-jump': (at: Place, { depth, above }: { depth: number; above: number }): Wording => ({
    message: `${at.of}: a heading of level ${depth} follows one of level ${above}; a level is skipped.`,
    hint: `Write ${'#'.repeat(above + 1)}.`,
  }),
  'heading-empty': (at: Place): Wording => ({
    message: `${at.of}: a heading without words.`,
    hint: 'Write the heading, or remove it.',
  }),
  'heading-without-id': (at: Place, { text }: { text: string }): Wording => ({
    message: `${at.of}: the heading ${quote(text)} has no permanent id.`,
    hint: 'End the line with an id that is the same in all languages: ## Title {#privacy}.',
  }),
  'heading-id': (at: Place, { id, problem }: { id: string; problem: string }): Wording => ({
    message: `${at.of}: the id ${quote(id)} of a heading ${problem}.`,
    hint: 'Correct the id in braces, in every language.',
  }),
  'heading-id-twice': (at: Place, { id, line }: { id: string; line: number }): Wording => ({
    message: `${at.of}: the heading id ${quote(id)} stands here a second time, after line ${line}.`,
    hint: 'Give one of the two another id, in every language.',
  }),
  'headings-differ': (
    at: Place,
    { reference, wanted, missing, extra }: { reference: string; wanted: readonly string[]; missing: readonly string[]; extra: readonly string[] },
  ): Wording => ({
    message: `${at.of} has other headings than ${reference}: ${[missing.length ? `missing ${quoteAll(missing)}` : '', extra.length ? `only here ${quoteAll(extra)}` : '', missing.length + extra.length ? '' : 'the order differs'].filter(Boolean).join('; ')}.`,
    hint: wanted.length ? `The ids in their order: ${quoteAll(wanted)}.` : 'Remove the headings, or add them in every language.',
  }),
} as const satisfies FaultKindTable;
