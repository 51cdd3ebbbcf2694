import { expect, it } from 'vitest';
import { builtPages } from '../support/built-pages.ts';
import { htmlValidate } from '../support/html-validate.ts';

it('every page is valid for html-validate', { timeout: 300_000 }, async () => {
  const faults = new Map<string, string>();
  for (const page of builtPages) {
    const report = await htmlValidate.validateString(page.html, page.file);
    for (const message of report.results.flatMap((result) => result.messages)) {
      // The same fault on forty pages is one fault.
      const key = `${message.ruleId}: ${message.message.replace(/astro-\w+/, 'astro-…')}`;
      faults.set(key, `${key} (${page.file}:${message.line}:${message.column} ${message.selector ?? ''})`);
    }
  }
  expect([...faults.values()]).toEqual([]);
});
