import { expect, it, vi } from 'vitest';

vi.mock('../../content/ui/ar.json', async (importOriginal) => {
  const { default: whole } = await importOriginal<{ default: Record<string, string> }>();
  const { results_few: _, ...rest } = whole;
  return { default: rest };
});

it('the translator throws for a plural form that the dictionary lacks, and takes no other form instead (B12)', async () => {
  const sentence = import('../../src/i18n/translator.ts').then(({ getTranslator }) => getTranslator('ar')('results', { count: 3 }));
  await expect(sentence).rejects.toThrow(/`results(_few)?`.*\bar\b/);
});
