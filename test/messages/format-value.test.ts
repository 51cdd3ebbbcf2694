import { expect, test } from 'vitest';
import { localeTable } from '../../src/i18n/locales.ts';
import { formatValue } from '../../src/messages/format-value.ts';

const formats = Object.fromEntries(localeTable.map(({ id, format }) => [id, format]));

test.for([
  ['en', '4 March 2026'],
  ['it', '4 marzo 2026'],
  ['he', '4 במרץ 2026'],
  ['ar', '4 مارس 2026'],
] as const)('writes a day in %s without its weekday', ([locale, expected]) => {
  expect(formatValue('date', '2026-03-04', formats[locale]!)).toBe(expected);
});

test.for([
  ['en', '5 March 2026 at 10:00'],
  ['it', '5 marzo 2026 alle ore 10:00'],
  ['he', '5 במרץ 2026 בשעה 10:00'],
  ['ar', '5 مارس 2026، الساعة 10:00'],
] as const)('writes a moment in %s by the clock of whoever meets', ([locale, expected]) => {
  expect(formatValue('moment', '2026-03-05T10:00', formats[locale]!).replace(/[\u200e\u200f]/g, '')).toBe(expected);
});

test('says nothing for a day that does not exist or is still being typed', () => {
  for (const entry of ['', '2026-02-30', '0002-03-04', '2026-3-4', 'tomorrow', '2026-03-04T10:00']) expect(formatValue('date', entry, 'en-GB')).toBe('');
  for (const entry of ['', '2026-03-04', '2026-02-30T10:00', '2026-03-04T25:00', 'noon']) expect(formatValue('moment', entry, 'en-GB')).toBe('');
});

test.for([
  ['en', ['1 minute', '2 minutes', '5 minutes', '40 minutes', '1440 minutes']],
  ['it', ['1 minuto', '2 minuti', '5 minuti', '40 minuti', '1440 minuti']],
  ['he', ['1 דקה', 'שתי דקות', '5 דקות', '40 דקות', '1440 דקות']],
  ['ar', ['دقيقة', 'دقيقتان', '5 دقائق', '40 دقيقة', '1440 دقيقة']],
] as const)('writes minutes in %s with their unit, which agrees with the number', ([locale, expected]) => {
  expect(['1', '2', '5', '40', '1440'].map((entry) => formatValue('minutes', entry, formats[locale]!))).toEqual(expected);
});

test('leaves a length that is no whole number as it was written', () => {
  for (const entry of ['about an hour', '40 minutes', '1.5', '-5']) expect(formatValue('minutes', entry, 'en-GB')).toBe(entry);
  expect(formatValue('minutes', ' ', 'en-GB')).toBe('');
});

test.for([
  ['it', '2026-03-01', '1º marzo 2026'],
  ['it', '2026-03-11', '11 marzo 2026'],
  ['it', '2021-12-31', '31 dicembre 2021'],
  ['en', '2026-03-01', '1 March 2026'],
] as const)('writes the first of a month as an ordinal where the language does so: %s %s', ([locale, day, expected]) => {
  expect(formatValue('date', day, formats[locale]!)).toBe(expected);
  expect(formatValue('moment', `${day}T01:11`, formats[locale]!)).toMatch(new RegExp(`^${expected} .*01:11$`));
});

test('folds entered digits where a number is meant', () => {
  expect(formatValue('minutes', '٤٠', formats['ar']!)).toBe('40 دقيقة');
  expect(formatValue('phone', '٠٥٠-١٢٣٤٥٦٧', formats['ar']!)).toBe('050-1234567');
});

test('leaves the digits in words alone', () => {
  expect(formatValue('sentence', 'وصلت ٣ رسائل', formats['ar']!)).toBe('وصلت ٣ رسائل');
});
