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
  ['ar', '5 مارس 2026 في 10:00'],
] as const)('writes a moment in %s by the clock of whoever meets', ([locale, expected]) => {
  expect(formatValue('moment', '2026-03-05T10:00', formats[locale]!).replace(/[\u200e\u200f]/g, '')).toBe(expected);
});

test('says nothing for a day that does not exist or is still being typed', () => {
  for (const entry of ['', '2026-02-30', '0002-03-04', '2026-3-4', 'tomorrow', '2026-03-04T10:00']) expect(formatValue('date', entry, 'en-GB')).toBe('');
  for (const entry of ['', '2026-03-04', '2026-02-30T10:00', '2026-03-04T25:00', 'noon']) expect(formatValue('moment', entry, 'en-GB')).toBe('');
});

test('folds entered digits where a number is meant, and writes them as the language does', () => {
  expect(formatValue('number', '٤٠', formats['ar']!)).toBe('40');
  expect(formatValue('number', '1500', formats['it']!)).toBe('1500');
  expect(formatValue('number', '15000', formats['en']!)).toBe('15,000');
  expect(formatValue('number', 'about 40', formats['en']!)).toBe('about 40');
  expect(formatValue('phone', '٠٥٠-١٢٣٤٥٦٧', formats['ar']!)).toBe('050-1234567');
});

test('leaves the digits in words alone', () => {
  expect(formatValue('sentence', 'وصلت ٣ رسائل', formats['ar']!)).toBe('وصلت ٣ رسائل');
});
