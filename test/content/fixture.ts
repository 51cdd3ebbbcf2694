import { expect } from 'vitest';
import { createValidateOptions } from '../../src/build/check-content.ts';
import { parseFile, type SourceFile, type ValidateOptions } from '../../src/content/content-model.ts';
import type { Fault } from '../../src/content/faults.ts';
import { validateContent } from '../../src/content/validate.ts';
import { localeTable } from '../../src/i18n/locales.ts';

export type Tree = Map<string, Uint8Array | string>;

/** The day on which all tests take place. */
export const today = '2026-03-14';

/** Words for the small content: one per language and use, all different. */
const vocabulary = {
  en: {
    site: 'After the mistake',
    sentence: 'Say what went wrong and when it happened',
    other: 'Tell them what comes next',
    say: '“We got this wrong.”',
    term: 'mistake',
    count: '{{count}} of {{total}}',
  },
  it: {
    site: 'Dopo l’errore',
    sentence: 'Di’ che cosa è andato storto e quando',
    other: 'Spiega che cosa succede adesso',
    say: '«Abbiamo sbagliato.»',
    term: 'errore',
    count: '{{count}} su {{total}}',
  },
  he: {
    site: 'אחרי הטעות',
    sentence: 'ספרו מה השתבש ומתי זה קרה',
    other: 'ספרו ללקוח מה יקרה עכשיו',
    say: '״טעינו, וזה עלינו.״',
    term: 'טעות',
    count: '{{count}} מתוך {{total}}',
  },
  ar: {
    site: 'ما بعد الخطأ',
    sentence: 'اذكر ما حدث ومتى حدث ومن تضرّر منه',
    other: 'أخبر العميل بما سيحدث الآن',
    say: '«أخطأنا في حقّكم.»',
    term: 'خطأ',
    count: '{{count}} من {{total}}',
  },
} as const;

type Language = keyof typeof vocabulary;
const languages = Object.keys(vocabulary) as Language[];

const pluralForms: Readonly<Record<Language, readonly string[]>> = {
  en: ['one', 'other'],
  it: ['one', 'many', 'other'],
  he: ['one', 'two', 'other'],
  ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
};

/** A small content without a fault: every kind, every language. A fresh map each time, to be changed at will. */
export function createTree(): Tree {
  const tree: Tree = new Map();
  const put = (path: string, ...lines: string[]) => tree.set(`content/${path}`, `${lines.join('\n')}\n`);
  const mdx = (fields: readonly string[], ...body: string[]) => ['---', ...fields, '---', ...body];

  put('pages/home/page.yaml', 'ideas: [H01]');
  put('pages/about/page.yaml', 'ideas: []');
  put('phases/own-up/phase.yaml', 'order: 1');
  put('phases/listen/phase.yaml', 'order: 2');
  put('steps/name-the-mistake/step.yaml', 'phase: own-up', 'order: 1', 'ideas: [H01, H02]');
  put('steps/say-the-fix/step.yaml', 'phase: own-up', 'order: 2', 'ideas: []', 'formerIds: [say-it]');
  put(
    'checklists/first-hour/checklist.yaml',
    'order: 1',
    'nextStep: say-the-fix',
    'items:',
    '  - id: lawyer-called',
    '    steps: [name-the-mistake]',
    '  - id: facts-written',
    '    steps: [say-the-fix]',
  );
  put(
    'messages/first-mail/message.yaml',
    'order: 1',
    'phase: own-up',
    'channel: written',
    'wordLimit: 50',
    'legalGate: true',
    'subject: [matter]',
    'moves:',
    '  - id: greet',
    '    slots: [clientName]',
    '  - id: fix',
    '    slots: [fixDate]',
    '    steps: [name-the-mistake]',
    'steps: [say-the-fix]',
  );
  put('facts/client-name/fact.yaml', 'order: 1', 'kind: line', 'optional: true');
  put('facts/matter/fact.yaml', 'order: 2', 'kind: phrase');
  put('facts/fix-date/fact.yaml', 'order: 3', 'kind: date', 'example: "2026-03-06"');
  put('triage/is-it-serious/triage.yaml', 'kind: question', 'first: true', 'yes: talk-now', 'no: talk-now', 'notSure: talk-now');
  put('triage/talk-now/triage.yaml', 'kind: outcome', 'steps: [name-the-mistake, say-the-fix]', 'checklists: [first-hour]', 'messages: [first-mail]');
  put('sources/first-article/source.yaml', 'order: 1', 'lang: he', 'date: "2014-04"', 'ideas:', '  H01: claim', '  H02: advice', '  HN: noise');
  put('tensions/short-or-long/tension.yaml', 'order: 1', 'steps: [name-the-mistake]', 'sources: [first-article]');
  put('glossary/mistake/term.yaml', 'formerIds: []');

  for (const language of languages) {
    const { site, sentence, other, say, term, count } = vocabulary[language];
    put(`pages/home/${language}.mdx`, ...mdx([`title: ${site}`, `description: ${sentence}`], `${sentence}.`));
    put(
      `pages/about/${language}.mdx`,
      ...mdx([`title: ${site}`, `description: ${other}`], `## ${term} {#privacy}`, '', `${sentence}.`, '', `### ${site} {#ticks}`, '', `${other}.`),
    );
    for (const phase of ['own-up', 'listen'])
      put(
        `phases/${phase}/${language}.mdx`,
        ...mdx([`title: ${sentence}`, `description: ${other}`, `doneWhen: ${sentence}`, `takes: ${term}`], ...(phase === 'own-up' ? [`${sentence}.`] : [])),
      );
    const terms = ['searchTerms:', ...Array.from({ length: 8 }, () => `  - ${term}`)];
    put(
      `steps/name-the-mistake/${language}.mdx`,
      ...mdx(
        [`title: ${sentence}`, `action: ${other}`, `say: ${say}`, ...terms],
        `${sentence}.`,
        '',
        `${other} <mark>${term}</mark>. [${site}](step:say-the-fix)`,
      ),
    );
    put(`steps/say-the-fix/${language}.mdx`, ...mdx([`title: ${other}`, `action: ${sentence}`, ...terms], `${other}.`));
    put(
      `checklists/first-hour/${language}.yaml`,
      `title: ${sentence}`,
      `description: ${other}`,
      'items:',
      `  lawyer-called: ${sentence}`,
      `  facts-written: ${other}`,
    );
    const forms = localeTable.find(({ id }) => id === language)?.forms ?? [];
    put(
      `messages/first-mail/${language}.yaml`,
      `title: ${sentence}`,
      `description: ${other}`,
      ...['subject:', ...forms.map((form) => `  ${form}: '${term}: {matter}'`)],
      ...['texts:', ...forms.flatMap((form) => [`  ${form}:`, `    greet: '${term}[[ {clientName}]].'`, `    fix: '${other}: {fixDate}'`])],
      ...['moves:', `  greet: ${sentence}`, `  fix: ${other}`, `use: ${sentence}`, `not: ${other}`],
    );
    for (const fact of ['client-name', 'matter', 'fix-date'])
      put(
        `facts/${fact}/${language}.yaml`,
        ...[`title: ${term}`, `help: ${sentence}`, `good: ${other}`, `bad: ${sentence}`],
        ...(fact === 'fix-date' ? [] : [`example: ${term}`]),
      );
    for (const id of ['is-it-serious', 'talk-now']) put(`triage/${id}/${language}.yaml`, `title: ${sentence}`, `text: ${other}`);
    put(
      `sources/first-article/${language}.mdx`,
      ...mdx([`title: ${sentence}`, `description: ${other}`, 'ideas:', `  H01: ${sentence}`, `  H02: ${other}`], `${sentence}.`),
    );
    put(`tensions/short-or-long/${language}.yaml`, `title: ${sentence}`, `sides: ${other}`, `advice: ${sentence}`, `short: ${other}`);
    put(`glossary/mistake/${language}.mdx`, ...mdx([`title: ${term}`, `forms: [${term}]`, `searchTerms: [${term}]`], `${sentence}.`));
    const plurals = pluralForms[language].map((form) => `  "done_${form}": "${count}",`);
    put(`ui/${language}.json`, '{', `  "siteName": "${site}",`, ...plurals, '  "stepTitle": "{{title}}"', '}');
  }
  put(
    'published-ids.yaml',
    ...[
      'phase: [listen, own-up]',
      'step: [name-the-mistake, say-it, say-the-fix]',
      'checklist: [first-hour]',
      'item: [facts-written, lawyer-called]',
      'message: [first-mail]',
    ],
    ...['triage: [is-it-serious, talk-now]', 'source: [first-article]', 'tension: [short-or-long]', 'term: [mistake]', 'fact: [client-name, fix-date, matter]'],
  );
  return tree;
}

const parsed = new Map<string, SourceFile>();

/** Of hundreds of trees most files are the same: each is parsed once. */
const parseOnce: typeof parseFile = (path, content, is) => {
  if (typeof content !== 'string') return parseFile(path, content, is);
  const key = JSON.stringify([path, is, content]);
  const file = parsed.get(key) ?? parseFile(path, content, is);
  parsed.set(key, file);
  return file;
};

/** How the small content is checked. */
export const smallOptions: ValidateOptions = { ...createValidateOptions(today), parse: parseOnce };

/** All faults of the small content after `change`. */
export function getFaults(change: (tree: Tree) => void, options: Partial<ValidateOptions> = {}): Fault[] {
  const tree = createTree();
  change(tree);
  return validateContent(tree, { ...smallOptions, ...options });
}

/** Replaces `from` by `to` in the file at `path`, once; a test that changes nothing would prove nothing. */
export function replace(tree: Tree, path: string, from: string, to: string): void {
  const text = tree.get(path);
  if (typeof text !== 'string' || !text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  tree.set(
    path,
    text.replace(from, () => to),
  );
}

/** Adds `text` at the end of the file at `path`. */
export function append(tree: Tree, path: string, text: string): void {
  replace(tree, path, '', '');
  tree.set(path, `${String(tree.get(path))}${text}`);
}

/** What a fault must be: its fields exactly, and words that its message and hint must hold. */
export interface Expected extends Partial<Omit<Fault, 'message' | 'hint'>> {
  readonly says?: readonly string[];
  readonly hints?: readonly string[];
}

/** Asserts that the faults are exactly these, in this order. */
export function expectFaults(faults: readonly Fault[], ...expected: readonly Expected[]): void {
  expect(faults.map(({ code, file }) => `${code} ${file}`)).toEqual(
    expected.map(({ code, file }, index) => `${code ?? faults[index]?.code} ${file ?? faults[index]?.file}`),
  );
  expected.forEach(({ says = [], hints = [], ...fields }, index) => {
    const fault = faults[index];
    expect(fault).toMatchObject(fields);
    for (const words of says) expect(fault?.message).toContain(words);
    for (const words of hints) expect(fault?.hint).toContain(words);
  });
}
