import { parse, stringify } from 'yaml';

const letters: Readonly<Record<string, string>> = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyz'].map((letter, index) => [letter, [...'ابکدهفگحیجکلمنوپقرستووخیز'][index] ?? 'ا']),
);
const marks: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟', '“': '«', '”': '»', '’': '', '‘': '', '–': '،', '…': '' };

/** English words letter by letter in Persian ones: nobody's language, but of the right script, direction and length. */
export function toPersian(text: string): string {
  // Placeholders, tags and addresses of links stay what they are.
  return text
    .split(/(\{\{\w+\}\}|<[^>]*>|\]\([^)]*\))/)
    .map((part, index) => (index % 2 ? part : [...part.toLowerCase()].map((char) => letters[char] ?? marks[char] ?? char).join('')))
    .join('');
}

/** A word file (frontmatter and body) in pseudo-Persian. */
export function toPersianFile(mdx: string): string {
  const [, frontmatter = '', body = ''] = /^---\n(.*?)\n---\n?(.*)$/s.exec(mdx) ?? [];
  const translate = (value: unknown): unknown => (typeof value === 'string' ? toPersian(value) : Array.isArray(value) ? value.map(translate) : value);
  const words = Object.entries(parse(frontmatter) as Record<string, unknown>).map(([field, value]) => [field, translate(value)]);
  return `---\n${stringify(Object.fromEntries(words), { lineWidth: 0 })}---\n${toPersian(body)}`;
}

/** A dictionary in pseudo-Persian, with the plural forms that Persian has, and a form for none where English has one. */
export function toPersianDictionary(english: Readonly<Record<string, string>>): Record<string, string> {
  const forms = new Intl.PluralRules('fa').resolvedOptions().pluralCategories;
  const plural = /_(zero|one|two|few|many|other)$/;
  return Object.fromEntries(
    Object.entries(english).flatMap(([key, text]) => {
      if (!plural.test(key) || key.endsWith('_zero')) return [[key, toPersian(text)]];
      return key.endsWith('_other') ? forms.map((form) => [key.replace(plural, `_${form}`), toPersian(text)]) : [];
    }),
  );
}
