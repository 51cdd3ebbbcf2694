import { getLocaleRow, type Locale } from '../../i18n/locales.ts';
import { getAnalyser } from '../../search/analyser/analyse.ts';
import { createFinder, type Finder } from '../../search/finder.ts';
import { answerQuery, type OtherLanguage } from '../../search/rescue.ts';
import type { IndexedThing, StepIndex } from '../../search/step-index.ts';
import type { Answer } from './measures.ts';

/** Answers in this process: with the step index alone, and with the rescue where that finds nothing good. */
export interface NodeAnswers {
  readonly index: Answer;
  readonly rescue: Answer;
}

/**
 * Makes the finders of all languages.
 *
 * @param getMore things to add to the index of a language
 */
export function createNodeAnswers(
  indexes: ReadonlyMap<Locale, Pick<StepIndex, 'lang' | 'things'>>,
  getMore: (locale: Locale) => readonly IndexedThing[] = () => [],
): NodeAnswers {
  const finders = new Map<Locale, Finder>(
    [...indexes].map(([locale, { lang, things }]) => [locale, createFinder({ lang, things: [...things, ...getMore(locale)] }, getAnalyser(lang))]),
  );
  const getFinder = (locale: Locale): Finder => finders.get(locale)!;
  const getOthers = (locale: Locale): OtherLanguage[] =>
    [...finders]
      .filter(([other]) => other !== locale)
      .map(([other, finder]) => ({ lang: finder.lang, script: getLocaleRow(other).script, load: async () => finder }));
  const time = async (answer: () => string[] | Promise<string[]>): ReturnType<Answer> => {
    const start = process.cpuUsage();
    const found = await answer();
    const { user, system } = process.cpuUsage(start);
    return { found, time: (user + system) / 1_000 };
  };
  return {
    index: ({ locale, query }) =>
      time(() =>
        getFinder(locale)
          .find(query)
          .map(({ id }) => id),
      ),
    rescue: ({ locale, query }) =>
      time(async () => {
        const { found, rescued } = await answerQuery(query, getFinder(locale), getOthers(locale));
        return [...(rescued?.found ?? []), ...found].map(({ id }) => id);
      }),
  };
}
