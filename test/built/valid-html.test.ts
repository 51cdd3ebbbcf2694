import { expect, it } from 'vitest';
import { builtPages } from '../support/built-pages.ts';
import { htmlValidate } from '../support/html-validate.ts';

it('every page is valid for html-validate', { timeout: 300_000 }, async () => {
  const faults = new Map<string, string>();
  // Triage after other answers, a phase in two languages, a short address: hundreds from three templates, whose words stand on
  // other pages too. Every tenth stands for them.
  const isAlike = /^(triage\/[^/]+|guide\/[^/]+\/with|go)\/[^/]+\/$/;
  const pages = builtPages.filter(({ route }, index) => process.env['FULL'] || index % 10 === 0 || !isAlike.test(route));
  for (const template of ['triage/', 'guide/', 'go/']) expect(pages.some(({ route }) => route.startsWith(template) && isAlike.test(route))).toBe(true);
  for (const page of pages) {
    const report = await htmlValidate.validateString(page.html, page.file);
    for (const message of report.results.flatMap((result) => result.messages)) {
      // The same fault on forty pages is one fault.
      const key = `${message.ruleId}: ${message.message.replace(/astro-\w+/, 'astro-…')}`;
      faults.set(key, `${key} (${page.file}:${message.line}:${message.column} ${message.selector ?? ''})`);
    }
  }
  expect([...faults.values()]).toEqual([]);
});
