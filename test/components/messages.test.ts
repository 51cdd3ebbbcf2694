import { describe, expect, test } from 'vitest';
import { locales } from '../../src/i18n/locales.ts';
import { getGateQuestions } from '../../src/messages/gate.ts';
import MessageBuilder from '../../src/messages/MessageBuilder.astro';
import { getFacts, getFactsOf, getMessages } from '../../src/messages/queries.ts';
import { getTriageNodes } from '../../src/triage/queries.ts';
import { htmlValidate } from '../support/html-validate.ts';
import { render } from '../support/render.ts';

describe.for(locales)('the builder in %s', (locale) => {
  test('is valid HTML for every message, its templates included, and gives no attribute twice', async () => {
    const messages = await getMessages(locale);
    const facts = await getFacts(locale);
    const questions = getGateQuestions(await getTriageNodes(locale));
    expect(messages.length).toBeGreaterThan(5);
    for (const message of messages) {
      const { html } = await render(MessageBuilder, { locale, message, asked: getFactsOf(message, facts), facts, questions, holding: messages.at(-1) });
      const report = await htmlValidate.validateString(
        `<!DOCTYPE html><html lang="${locale}"><head><title>T</title></head><body><h1>T</h1><h2>U</h2>${html}</body></html>`,
      );
      expect([
        message.id,
        report.results.flatMap((result) => result.messages.map(({ ruleId, message: text, selector }) => `${ruleId}: ${text} ${selector}`)),
      ]).toEqual([message.id, []]);
      for (const [tag] of html.matchAll(/<[a-z][^>]*>/g)) expect([tag, (tag.match(/\sclass=/g) ?? []).length < 2]).toEqual([tag, true]);
    }
  });
});
