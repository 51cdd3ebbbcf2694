import { clonePart, fill, find } from '../checklists/checklist-part.ts';
import { getSlotValue } from './fact-entries.ts';
import type { AskedFact, Entries } from './fact-keys.ts';
import { type FilledMessage, fillMessage, type MessageTemplate } from './message-text.ts';
import { getOtherTemplate, type MessageWords } from './other-words.ts';
import type { Columns } from './plain-text.ts';
import type { ReadSheet } from './read-sheet.ts';
import { writeSheet } from './write-sheet.ts';

/** A language in which a message can be read, with its address forms by name, the usual one first. */
export interface LanguageChoice {
  readonly id: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** BCP-47 tag for Intl. */
  readonly format: string;
  /** What it is called in the reader's language. */
  readonly name: string;
  readonly forms: readonly (readonly [form: string, name: string])[];
}

/** A message in one language: its sheet, what the checks say below it, and what can be done with it. */
export class BuilderText {
  /** The message as it stands on the sheet. */
  message: FilledMessage = { subject: null, paragraphs: [] };
  #form = '';

  /** @throws where the builder has no template for a part */
  static fromSheets(builder: HTMLElement, choice: LanguageChoice, sheets: ReadonlyMap<string, ReadSheet>): BuilderText {
    const out = find(builder, '[data-out]');
    const place = find(builder, '[data-text-of="own"]');
    const [usual] = sheets.values();
    const { columns } = builder.dataset;
    const texts = {
      get: (form: string) => sheets.get(form) ?? usual!,
      names: usual?.names ?? {},
      columns: columns ? (JSON.parse(columns) as Columns) : undefined,
    };
    return new BuilderText(builder, choice, place, out, texts, undefined);
  }

  /** Beside the first text, on a sheet like it. */
  static fromWords(builder: HTMLElement, choice: LanguageChoice, words: MessageWords, paragraphs: readonly string[]): BuilderText {
    const own = find(builder, '[data-text-of="own"]');
    const place = own.cloneNode(false) as HTMLElement;
    place.dataset['textOf'] = 'other';
    const sheet = own.querySelector('.sheet')!.cloneNode(true) as HTMLElement;
    for (const element of sheet.querySelectorAll<HTMLElement>('[data-text], [data-subject]')) {
      Object.assign(element, { lang: words.lang, dir: words.dir });
      element.replaceChildren();
    }
    place.append(sheet);
    own.after(place);
    const texts = { get: (form: string) => getOtherTemplate(words, form, paragraphs), names: words.names, columns: words.columns };
    const out = clonePart(builder, 'out');
    find(builder, '[data-outs]').append(out);
    return new BuilderText(builder, choice, place, out, texts, choice.id);
  }

  readonly review: HTMLElement;

  private constructor(
    builder: HTMLElement,
    readonly choice: LanguageChoice,
    readonly place: HTMLElement,
    readonly out: HTMLElement,
    readonly texts: { get(form: string): MessageTemplate; readonly names: Readonly<Record<string, string>>; readonly columns: Columns | undefined },
    /** Of a text in the client's language. */
    readonly locale: string | undefined,
  ) {
    this.review = clonePart(builder, 'review');
    place.append(this.review);
    find(out, '[data-do="share"]').hidden = !('share' in navigator);
    this.setForm(undefined);
  }

  /** Writes the text in another address form; the usual one where the language has no such form. */
  setForm(form: string | undefined): void {
    const forms = this.choice.forms.map(([one]) => one);
    this.#form = form !== undefined && forms.includes(form) ? form : (forms[0] ?? '');
  }

  /** Says in which language the text is, where there are two. */
  setTitle(language: string | undefined): void {
    const title = find(this.out, 'h3');
    title.textContent = language === undefined ? (title.dataset['yours'] ?? '') : fill(title.dataset['yoursIn'] ?? '', language);
  }

  write(entries: Entries, facts: readonly AskedFact[]): void {
    const { names, columns } = this.texts;
    this.message = fillMessage(this.texts.get(this.#form), (slot) => {
      const fact = facts.find((one) => one.slot === slot);
      const name = names[slot] ?? slot;
      return fact ? getSlotValue(entries, fact, name, this.choice.format, this.locale) : { kind: 'line', value: name, filled: false };
    });
    writeSheet(this.place, this.message, columns);
  }

  remove(): void {
    this.place.remove();
    this.out.remove();
  }
}
