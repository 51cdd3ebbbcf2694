import type { Key } from './token.ts';

/**
 * What may stand before a word: و and ف, the prepositions ب ك ل, the article and all their combinations (لل is ل with the
 * article), س of the future, and spoken ها and عا with the article.
 */
const PROCLITIC = /^(?:[وف]?(?:[بك]?ال|لل|هال|عال|شال)|[وف]?[بكلس]|[وف])/u;

/** The letters before a verb of the present tense, alone or behind a proclitic (سنعتذر, ليعتذر, بيعتذر). */
const PRESENT = /^[يتنا](?=\p{L}{3})/u;

/** Endings: dual and plural, the feminine, pronouns, person of the past tense; longest first. */
const SUFFIXES =
  'اتهما اتهم اتنا اتكم اتها يتهم وهما ناهم تموه ياته اتي اته اتك تهم تنا تكم تها يات ونه وها يين ييه ون ين ان ات وا يه هم هن ها كم كن نا ني ته تي تك تم تو ه ي ك ت ا و ن ش'.split(
    ' ',
  );

/**
 * The word, and what is left of it without clitics, verbal prefixes and endings.
 *
 * @example getWithoutClitics('وبالتعويضات') // وبالتعويضات, تعويضات, تعويض, …
 */
export function getWithoutClitics(word: string): Key[] {
  const bases = getWithoutProclitics(word);
  const stems = bases.flatMap((base) => [base, ...getWithoutSuffixes(base)]);
  return [...stems, ...stems.flatMap(getWithoutPresent)];
}

function getWithoutProclitics(word: string): Key[] {
  const found: Key[] = [{ key: word, weight: 1 }];
  const [clitic = ''] = PROCLITIC.exec(word) ?? [];
  // The longest reading, and the one in which its first letter is all (والد, فكرة, بال).
  for (const length of new Set([clitic.length, Math.min(1, clitic.length)])) {
    const rest = word.slice(length);
    const hasArticle = /[ال]ل$/u.test(clitic) && length > 1;
    if (length > 0 && rest.length >= (hasArticle ? 2 : 3)) found.push({ key: rest, weight: hasArticle ? 0.95 : 0.85 });
  }
  return found;
}

/** Endings of a feminine noun in the plural and with a possessor; the singular has ه (the folded tāʾ marbūṭa). */
const FEMININE = /(?:ات|ت)(?:هما|هم|هن|كم|كن|نا|ها|ه|ي|ك)$|ات$/u;

/** @example getWithoutSuffixes({ key: 'خطوات', weight: 1 }) // خطو, خطوه */
function getWithoutSuffixes({ key, weight }: Key): Key[] {
  const stems = SUFFIXES.filter((suffix) => key.endsWith(suffix) && key.length - suffix.length >= 3).map((suffix) => ({
    key: key.slice(0, -suffix.length),
    weight: weight * (suffix.length === 1 ? 0.85 : 0.9),
  }));
  const singular = key.replace(FEMININE, 'ه');
  return singular === key || singular.length < 3 ? stems : [...stems, { key: singular, weight: weight * 0.92 }];
}

/** @example getWithoutPresent({ key: 'نعتذر', weight: 1 }) // عتذر */
function getWithoutPresent({ key, weight }: Key): Key[] {
  return PRESENT.test(key) ? [{ key: key.slice(1), weight: weight * 0.65 }] : [];
}
