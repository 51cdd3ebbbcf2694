import { getChecklists } from '../checklists/queries.ts';
import { getWrittenPhases } from '../guide/queries.ts';
import { type Locale, localeTable } from '../i18n/locales.ts';
import { paths } from '../i18n/paths.ts';
import { getTranslator } from '../i18n/translator.ts';
import { getMessages } from '../messages/queries.ts';
import type { Choice } from '../site/choice.ts';

/** Everything that has a language-neutral address (`paths.go`), with what it is in each published language. */
export async function getTargets(): Promise<Target[]> {
  const views = await Promise.all(localeTable.filter((row) => row.published).map((row) => getViews(row.id)));
  const [first = []] = views;
  // The same things in the same order in every language: order is structure.
  return first.map(({ id, formerIds }, index) => ({ id, formerIds, choices: views.flatMap((own) => own[index]?.choice ?? []) }));
}

/** All targets as they are in one language. */
async function getViews(locale: Locale): Promise<View[]> {
  const site = getTranslator(locale)('siteName');
  const view = ({ id, formerIds }: Thing, href: string, title: string, note: string) => ({ id, formerIds, choice: { locale, href, title, note } });
  const phases = (await getWrittenPhases(locale)).flatMap((phase) => {
    const { title } = phase.words.data;
    return [
      view(phase, paths.phase(locale, phase.id), title, site),
      ...phase.steps.map((step) => view(step, paths.phase(locale, phase.id, step.id), step.words.data.title, title)),
    ];
  });
  const checklists = (await getChecklists(locale)).flatMap((checklist) => {
    const { title } = checklist.words.data;
    return [
      view(checklist, paths.checklist(locale, checklist.id), title, site),
      ...checklist.items.map((item) => view(item, paths.checklist(locale, checklist.id, item.id), item.text, title)),
    ];
  });
  const messages = (await getMessages(locale)).map((message) => view(message, paths.message(locale, message.id), message.words.data.title, site));
  return [...phases, ...checklists, ...messages];
}

/** A thing with an address of its own, in whatever language its reader wants. */
export interface Target extends Thing {
  readonly choices: readonly Choice[];
}

interface Thing {
  readonly id: string;
  readonly formerIds: readonly string[];
}

interface View extends Thing {
  readonly choice: Choice;
}
