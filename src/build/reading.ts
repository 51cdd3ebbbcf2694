import { fileURLToPath } from 'node:url';
import { createContentModel, getThings } from '../content/content-model.ts';
import { readContentTree } from '../content/read-tree.ts';
import { countLetters, easeFormulas, getPercentile, getSentences, getWords } from '../content/readability.ts';
import { selectTexts, selectValues } from '../content/select-values.ts';
import { getTextUnits } from '../content/texts.ts';
import { localeTable } from '../i18n/locales.ts';
import { formatTable } from './bench/table.ts';
import { createValidateOptions } from './check-content.ts';

/** A sentence of the guidance and where it stands. */
interface Sentence {
  readonly locale: string;
  readonly phase: string;
  /** The step, or the phase itself for how it begins. */
  readonly thing: string;
  readonly words: readonly string[];
}

/** Fields that are no sentences, or none that anybody should say. */
const leftOut = /^(title|takes|avoid|searchTerms)\b/;

// `npm run reading`: how long the sentences of the guidance are and how easily it reads, by language and phase.
const model = createContentModel(await readContentTree(fileURLToPath(new URL('../../', import.meta.url))), createValidateOptions());
const phases = getThings(model, 'phase')
  .map(({ id, structure }) => ({ id, order: Number(selectValues(structure, ['order'])[0]?.value) }))
  .sort((a, b) => a.order - b.order);
const phaseOf = new Map([
  ...phases.map(({ id }) => [id, id] as const),
  ...getThings(model, 'step').map(({ id, structure }) => [id, selectTexts(structure, ['phase'])[0]?.value ?? ''] as const),
]);
const sentences = readSentences();
const rows = [['language', 'phase', 'sentences', 'words', '90 %', 'longest', 'in', 'letters', 'ease']];
for (const { id, lang } of localeTable) {
  const own = sentences.filter(({ locale }) => locale === id);
  for (const { id: phase } of phases)
    rows.push([
      id,
      phase,
      ...describe(
        own.filter((sentence) => sentence.phase === phase),
        lang,
      ),
    ]);
  rows.push([id, 'all', ...describe(own, lang)]);
}
console.log('Words in a sentence of the guidance (titles and words to avoid left out): mean, what nine in ten do not exceed, longest and');
console.log('the step it stands in; letters in a word; reading ease, about 0 (hard) to 100 (easy), each language on a scale of its own.');
for (const { name, lang } of localeTable)
  console.log(`${name}: ${easeFormulas[lang]?.name ?? 'no accepted formula without a morphological analyser or vowel signs'}`);
console.log(`\n${formatTable(rows)}`);

function readSentences(): Sentence[] {
  return getTextUnits(model).flatMap(({ file: { is }, locale, text, getPlace }) => {
    if (is.role !== 'words' || !['phase', 'step'].includes(is.kind) || leftOut.test(getPlace(0).field ?? 'body')) return [];
    const place = { locale: locale.id, phase: phaseOf.get(is.id) ?? '', thing: is.id };
    return getSentences(text, locale.lang).map((sentence) => ({ ...place, words: getWords(sentence, locale.lang) }));
  });
}

/** What the table says of some sentences. A language that has none yet has nothing to measure. */
function describe(own: readonly Sentence[], lang: string): string[] {
  const lengths = own.map(({ words }) => words.length);
  const words = own.flatMap((sentence) => sentence.words);
  if (words.length === 0) return ['0', '–', '–', '–', '–', '–', '–'];
  const longest = Math.max(...lengths);
  const letters = words.reduce((sum, word) => sum + countLetters(word), 0);
  return [
    String(own.length),
    (words.length / own.length).toFixed(1),
    String(getPercentile(lengths, 0.9)),
    String(longest),
    own.find((sentence) => sentence.words.length === longest)?.thing ?? '–',
    (letters / words.length).toFixed(1),
    easeFormulas[lang]?.getEase(own.map((sentence) => sentence.words)).toFixed(0) ?? '–',
  ];
}
