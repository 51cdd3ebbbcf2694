const suffix = /^(?<base>.+)_(?<category>zero|one|two|few|many|other)$/u;

/** A key of the interface taken apart: `results_one` is the category `one` of `results`. */
export function parsePluralKey(key: string): { base: string; category: string } | undefined {
  const { base, category } = suffix.exec(key)?.groups ?? {};
  return base === undefined || category === undefined ? undefined : { base, category };
}

/** The bases of all plurals among `keys`: a base is one if it has `_other`, which every language needs. */
export function getPluralBases(keys: Iterable<string>): Set<string> {
  const bases = new Set<string>();
  for (const key of keys) if (key.endsWith('_other')) bases.add(key.slice(0, -'_other'.length));
  return bases;
}

/** The plural categories of a language, by CLDR. */
export function getPluralCategories(lang: string): readonly string[] {
  return new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
}
