import { expect, it, vi } from 'vitest';

vi.mock('../../content/ui/ar.json', async (importOriginal) => {
  const { default: whole } = await importOriginal<{ default: Record<string, string> }>();
  const { results_few: _, ...rest } = whole;
  return { default: rest };
});

it('the translator throws for a plural form that the dictionary lacks, and for that one only (B12)', async () => {
  const { getTranslator } = await import('../../src/i18n/translator.ts');
  const t = getTranslator('ar');
  expect(() => t('results', { count: 3 })).toThrow(/`results(_few)?` is missing in ar\. Add it to content\/ui\/ar\.json/);
  expect(t('results', { count: 11 })).toMatch(/11/);
  expect(t('results', { count: 100 })).toMatch(/100/);
});
