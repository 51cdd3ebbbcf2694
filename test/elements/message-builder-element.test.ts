import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { emptyCase, emptyCasebook, FIRST_CASE, type Stamped } from '../../src/checklists/casebook.ts';
import { formatCasebook, parseCasebook } from '../../src/checklists/casebook-format.ts';
import { LONGEST_VALUE } from '../../src/messages/clean-value.ts';
import { MessageBuilderElement } from '../../src/messages/message-builder-element.ts';
import { getStorageKey } from '../../src/site/storage-key.ts';
import { TEXTS } from '../support/hostile-inputs.ts';

const words = {
  lang: 'en',
  dir: 'ltr',
  format: 'en-GB',
  texts: {
    plain: {
      subject: 'About: {matter}',
      moves: [
        ['greet', 'Hello[[ {clientName}]],'],
        ['mistake', '{mistake} Put right: {fixDate}.'],
        ['table', 'Changed: {changes}'],
        ['reach', 'Call {contactPhone}.'],
      ],
    },
  },
  names: { matter: 'Matter', clientName: 'Client', mistake: 'What happened', fixDate: 'Put right by', changes: 'Changes', contactPhone: 'Number' },
  columns: { what: 'What', since: 'Since', checkedBy: 'Checked by' },
};

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.spyOn(window, 'fetch').mockImplementation(async () => Response.json(words));
});

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

test('fills the blanks of the text as the reader types, and leaves out or puts into other words what is optional and empty', async () => {
  const builder = show();
  expect(getText(builder)).toBe('שלום [לקוח],\n[מה קרה] נתקן עד: [תאריך].\nמה השתנה:\nטלפון אל [שם]: [מספר].\nתודה.');
  await type(builder, 'mistake', 'שלחנו מחירון ישן');
  await type(builder, 'fix-date', '2026-03-06');
  await type(builder, 'client-name', 'דנה');
  expect(getText(builder)).toBe('שלום דנה,\nשלחנו מחירון ישן. נתקן עד: 6 במרץ 2026.\nמה השתנה:\nטלפון אליי: [מספר].\nתודה.');
  await type(builder, 'client-name', '');
  expect(getText(builder)).toContain('שלום,');
});

test('writes nothing anew but the move that a key has changed', async () => {
  const builder = show();
  await type(builder, 'mistake', 'א');
  const greet = builder.querySelector('[data-move="greet"]')!.firstChild;
  const reach = builder.querySelector('[data-move="reach"]')!.firstChild;
  await type(builder, 'mistake', 'אב');
  expect(builder.querySelector('[data-move="greet"]')!.firstChild).toBe(greet);
  expect(builder.querySelector('[data-move="reach"]')!.firstChild).toBe(reach);
});

test('W08 writes the whole text in the address form that is chosen, and nothing of another', async () => {
  const builder = show();
  await choose(builder, '[data-form-choice="own"] select', 'feminine');
  expect(getText(builder)).toContain('התקשרי אליי: [מספר].');
  expect(getText(builder)).not.toContain('טלפון');
  expect(builder.querySelector('[data-other-form]')).toBeNull();
});

test('W05 shows the name of a fact in brackets while only spaces are in it', async () => {
  const builder = show();
  await type(builder, 'mistake', ' \u00a0\t ');
  const slot = builder.querySelector<HTMLElement>('[data-text-of="own"] [data-slot="mistake"]')!;
  expect([slot.textContent, 'empty' in slot.dataset]).toEqual(['[מה קרה]', true]);
});

test('W01 shows markup as text and runs none of it', async () => {
  const builder = show();
  for (const name of ['script', 'image', 'vector', 'closingTags', 'entities', 'doubleQuotedAttribute', 'markdown']) {
    await type(builder, 'mistake', `${TEXTS[name]}.`);
    const slot = builder.querySelector('[data-text-of="own"] [data-slot="mistake"]')!;
    expect([slot.textContent, slot.children.length]).toEqual([`${TEXTS[name]}.`, 0]);
  }
  expect((window as { __pwn?: unknown }).__pwn).toBeUndefined();
});

test('W02 W03 W06 keeps every piece of the text around a value where it stands, whatever the value is', async () => {
  const builder = show();
  await choose(builder, '[data-language]', 'en');
  await settle(() => builder.texts.length === 2);
  const places = { own: ['שלום', 'נתקן עד', 'טלפון'], other: ['Hello', 'Put right', 'Call'] };
  const hostile = Object.entries(TEXTS).filter(([, text]) => text.length < 5_000);
  for (const [name, text] of hostile) {
    await type(builder, 'client-name', text.slice(0, 60));
    await type(builder, 'mistake', text.slice(0, 60));
    for (const [which, pieces] of Object.entries(places)) {
      const root = builder.querySelector<HTMLElement>(`[data-text-of="${which}"] [data-text]`)!;
      for (const piece of pieces) expect([name, which, piece, isInOrder(root, piece)]).toEqual([name, which, piece, true]);
    }
  }
});

test('W03 shows a phone number from left to right in a text that runs from right to left', async () => {
  const builder = show();
  await type(builder, 'contact-phone', '+972-3-555-0142');
  const slot = builder.querySelector<HTMLElement>('[data-text-of="own"] [data-slot="contactPhone"]')!;
  expect(slot.dir).toBe('ltr');
  const lefts = [...slot.textContent].map((_, index) => getLeft(slot.firstChild as Text, index));
  expect(lefts).toEqual(lefts.toSorted((a, b) => a - b));
});

test('W04 wraps 100,000 characters and one word of 5,000, and writes with the next key no more than the move that it is in', async () => {
  const builder = show();
  builder.style.inlineSize = '20rem';
  const sheet = builder.querySelector<HTMLElement>('.sheet')!;
  const written: MutationRecord[] = [];
  new MutationObserver((records) => written.push(...records)).observe(sheet, { childList: true, characterData: true, subtree: true });
  for (const text of ['a'.repeat(100_000), 'נ'.repeat(5_000)]) {
    await type(builder, 'contact-phone', text);
    await type(builder, 'mistake', text);
    written.length = 0;
    for (const more of ['b', 'bc', 'bcd']) await type(builder, 'mistake', `${text}${more}`);
    const shown = `${text}bcd`.slice(0, LONGEST_VALUE);
    const slot = sheet.querySelector('[data-slot="mistake"]')!;
    expect([slot.textContent.length, slot.textContent === shown]).toEqual([shown.length, true]);
    // A key behind the greatest length changes nothing; any other writes the parts of one move.
    expect(written.map(({ target, addedNodes }) => [(target as HTMLElement).dataset['move'], addedNodes.length])).toEqual(
      text.length > LONGEST_VALUE ? [] : Array.from({ length: 3 }, () => ['mistake', slot.parentNode!.childNodes.length]),
    );
    expect(sheet.scrollWidth).toBeLessThanOrEqual(sheet.clientWidth + 1);
  }
});

test('W09 keeps what was written through a reload', async () => {
  const first = show();
  await type(first, 'mistake', 'שלחנו.');
  await choose(first, '[data-form-choice="own"] select', 'feminine');
  dispatchEvent(new PageTransitionEvent('pagehide'));
  document.body.replaceChildren();
  const second = show();
  await settle(() => second.texts.length > 0);
  expect(getField(second, 'mistake').value).toBe('שלחנו.');
  expect(getText(second)).toContain('שלחנו. נתקן');
  expect(second.querySelector<HTMLSelectElement>('[data-form-choice="own"] select')!.value).toBe('feminine');
});

test('W09 stores nothing outside the tab unless the reader asks for it', async () => {
  const builder = show();
  await type(builder, 'mistake', 'שלחנו.');
  builder.save();
  expect(localStorage).toHaveLength(0);
  expect(sessionStorage.getItem(getStorageKey('facts'))).toContain('שלחנו.');
});

test('W10 takes one value from autofill, dictation and a composed word, however many events they send', async () => {
  const builder = show();
  const field = getField(builder, 'mistake');
  field.value = 'שלח';
  for (const type of ['compositionstart', 'compositionupdate']) field.dispatchEvent(new CompositionEvent(type, { bubbles: true, data: 'שלח' }));
  field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
  field.value = 'שלחנו';
  field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true, data: 'שלחנו' }));
  for (const type of ['input', 'input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }));
  await settle(() => getText(builder).includes('שלחנו'));
  expect(getText(builder)).toContain('שלחנו. נתקן עד');
  expect(builder.entries.get('fact:mistake')).toBe('שלחנו');
});

test('gives a field the direction of its words, and that of the page while it has none', async () => {
  const builder = show();
  const field = getField(builder, 'mistake');
  const direction = () => getComputedStyle(field).direction;
  expect(direction()).toBe('rtl');
  await type(builder, 'mistake', 'hello');
  expect(direction()).toBe('ltr');
  await type(builder, 'mistake', '050');
  expect(direction()).toBe('rtl');
  await type(builder, 'mistake', '');
  expect(direction()).toBe('rtl');
});

test('shows the text in the client’s language beside the reader’s, and takes the words entered for it', async () => {
  const builder = show();
  await type(builder, 'mistake', 'שלחנו.');
  await choose(builder, '[data-language]', 'en');
  await settle(() => builder.texts.length === 2);
  expect(fetch).toHaveBeenCalledWith('/en/messages/apology-email/words.json');
  expect(getText(builder, 'other')).toBe('Hello,\nשלחנו. Put right: [Put right by].\nChanged:\nCall [Number].');
  const sheet = builder.querySelector<HTMLElement>('[data-text-of="other"] [data-text]')!;
  expect([sheet.lang, sheet.dir]).toEqual(['en', 'ltr']);
  const second = builder.querySelector<HTMLInputElement>('#fact-mistake-second')!;
  const notice = builder.querySelector<HTMLElement>('[data-fact="mistake"] [data-second-help]')!;
  expect([second.closest<HTMLElement>('[data-second]')!.hidden, second.lang, second.dir, notice.hidden]).toEqual([false, 'en', 'ltr', false]);
  await write(builder, second, 'We sent it');
  expect(getText(builder, 'other')).toContain('We sent it. Put right');
  expect(getText(builder)).toContain('שלחנו. נתקן');
  expect(notice.hidden).toBe(true);
  await choose(builder, '[data-language]', '');
  expect(builder.querySelector('[data-text-of="other"]')).toBeNull();
  expect(second.closest<HTMLElement>('[data-second]')!.hidden).toBe(true);
});

test('brings the typeface of the client’s language along, once, and shows the text although it cannot be had', async () => {
  const fonts = [{ url: '/fonts/none.woff2', weight: '400', unicodeRange: 'U+0600-06FF' }];
  vi.mocked(window.fetch).mockImplementation(async () => Response.json({ ...words, fonts }));
  const asked = vi.spyOn(window, 'FontFace');
  const builder = show();
  await choose(builder, '[data-language]', 'en');
  await settle(() => builder.texts.length === 2);
  expect(asked).toHaveBeenCalledExactlyOnceWith('Body', 'url("/fonts/none.woff2")', { weight: '400', unicodeRange: 'U+0600-06FF' });
  expect(getText(builder, 'other')).toContain('Hello');
});

test('adds and removes rows of the list of changes, and keeps the focus on the way', async () => {
  const builder = show();
  const cell = (row: number, name: string) => builder.querySelectorAll<HTMLInputElement>(`[data-cell="${name}"]:not([data-in-second])`)[row]!;
  await write(builder, cell(0, 'what'), 'רשימה');
  await write(builder, cell(0, 'since'), '2026-03-04');
  builder.querySelector<HTMLElement>('[data-do="add"]')!.click();
  expect(document.activeElement).toBe(cell(1, 'what'));
  await write(builder, cell(1, 'what'), 'בדיקה');
  const rows = () => [...builder.querySelectorAll('[data-text-of="own"] tbody tr')].map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(rows()).toEqual([
    ['רשימה', '4 במרץ 2026', ''],
    ['בדיקה', '', ''],
  ]);
  expect(builder.querySelectorAll('[data-row] > legend')[1]!.textContent).toBe('שינוי 2');
  builder.querySelectorAll<HTMLElement>('[data-do="remove"]')[0]!.click();
  await settle(() => rows().length === 1);
  expect(rows()).toEqual([['בדיקה', '', '']]);
});

test('lets the text be taken along only when the questions about the law are answered, and not after a yes', async () => {
  const builder = show();
  await type(builder, 'mistake', 'שלחנו.');
  const buttons = builder.querySelector<HTMLElement>('[data-buttons]')!;
  const stop = builder.querySelector<HTMLElement>('[data-stop]')!;
  const unsure = builder.querySelector<HTMLElement>('[data-unsure]')!;
  expect(buttons.hidden).toBe(true);
  await answer(builder, 'loss-or-claim', 'no');
  expect(buttons.hidden).toBe(true);
  await answer(builder, 'public-harm', 'not-sure');
  expect([buttons.hidden, unsure.hidden, stop.hidden]).toEqual([false, false, true]);
  await answer(builder, 'public-harm', 'yes');
  expect([builder.querySelector<HTMLElement>('[data-out]')!.hidden, stop.hidden]).toEqual([true, false]);
  const copied = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue();
  builder.querySelector<HTMLElement>('[data-do="copy"]')!.click();
  await pause(50);
  expect(copied).not.toHaveBeenCalled();
});

test('copies the text as HTML and as plain text, and says how many blanks are left', async () => {
  const builder = show();
  const copied: ClipboardItem[] = [];
  vi.spyOn(navigator.clipboard, 'write').mockImplementation(async (items) => void copied.push(...items));
  await type(builder, 'mistake', 'Bob: <b>');
  for (const question of ['loss-or-claim', 'public-harm']) await answer(builder, question, 'no');
  builder.querySelector<HTMLElement>('[data-do="copy"]')!.click();
  await settle(() => copied.length > 0);
  const read = async (kind: string) => (await copied[0]!.getType(kind)).text();
  expect(await read('text/plain')).toBe('שלום,\n\n\u200f\u2068Bob: <b>\u2069. נתקן עד: [תאריך].\n\nמה השתנה: [שינויים]\n\nטלפון אליי: [מספר].\nתודה.');
  expect(await read('text/html')).toMatch(/^<div dir="rtl" lang="he"><p>שלום,<\/p><p><bdi>Bob: &#60;b&#62;<\/bdi>\. נתקן/);
  await settle(() => builder.querySelector('[data-said]')!.textContent !== '');
  expect(builder.querySelector('[data-said]')!.textContent).toBe('Copied, empty: 4');
});

test('shows the text to be copied by hand where the browser refuses', async () => {
  const builder = show();
  vi.spyOn(navigator.clipboard, 'write').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));
  for (const question of ['loss-or-claim', 'public-harm']) await answer(builder, question, 'no');
  builder.querySelector<HTMLElement>('[data-do="copy"]')!.click();
  await settle(() => builder.querySelector('[data-said]')!.textContent !== '');
  const field = builder.querySelector<HTMLTextAreaElement>('[data-by-hand-text] textarea')!;
  expect([field.closest('label')!.hidden, field.value.startsWith('שלום,'), field.dir]).toEqual([false, true, 'rtl']);
});

test('says once the reader pauses what is worth a second look, and at which fact', async () => {
  const builder = show();
  await type(builder, 'mistake', 'שלחנו, אבל המדפסת התקלקלה.');
  await settle(() => !builder.querySelector<HTMLElement>('[data-checks]')!.hidden);
  const said = [...builder.querySelectorAll('[data-checks] li')].map(({ textContent }) => textContent.trim().replace(/\s+/g, ' '));
  expect(said).toContain('מה קרה: אבל Reads as an excuse.');
  expect(said).toContain('Empty: 4.');
});

test('clears all facts and brings them back', async () => {
  const builder = show();
  await type(builder, 'mistake', 'שלחנו.');
  builder.querySelector<HTMLElement>('[data-do="clear"]')!.click();
  await settle(() => getField(builder, 'mistake').value === '');
  expect(getText(builder)).toContain('[מה קרה]');
  expect(sessionStorage.getItem(getStorageKey('facts'))).not.toContain('שלחנו.');
  const undo = builder.querySelector<HTMLElement>('[data-do="undo"]')!;
  expect(undo.hidden).toBe(false);
  undo.click();
  await settle(() => getField(builder, 'mistake').value === 'שלחנו.');
  expect(getText(builder)).toContain('שלחנו. נתקן');
});

test('keeps facts with the client once that is asked for, as fields of the case, and takes them out again', async () => {
  const builder = show();
  await type(builder, 'mistake', 'שלחנו.');
  const box = builder.querySelector<HTMLInputElement>('[data-keep]')!;
  box.click();
  await settle(() => localStorage.length > 0);
  await settle(() => builder.keeper.isCase);
  expect(getFields().get('fact:mistake')?.[0]).toBe('שלחנו.');
  expect(builder.querySelector('[data-kept]')!.textContent).toBe('Kept with this client.');
  await type(builder, 'mistake', 'שלחנו שוב.');
  builder.save();
  expect(getFields().get('fact:mistake')?.[0]).toBe('שלחנו שוב.');
  box.click();
  await settle(() => !builder.keeper.isCase);
  expect(getFields().get('fact:mistake')?.[0]).toBe('');
  expect(getField(builder, 'mistake').value).toBe('שלחנו שוב.');
});

test('never shows the facts of one client in a message to another', async () => {
  const fields = (name: string, mistake: string, at: number) =>
    new Map<string, Stamped>([
      ['name', [name, at]],
      ['keep-facts', ['1', at]],
      ['fact:mistake', [mistake, at]],
    ]);
  const cases = new Map([
    [FIRST_CASE, { ...emptyCase, fields: fields('אלף', 'של אלף.', 1) }],
    ['other', { ...emptyCase, fields: fields('בית', 'של בית.', 1) }],
  ]);
  localStorage.setItem(getStorageKey('casebook'), formatCasebook({ ...emptyCasebook, cases, current: [FIRST_CASE, 1] }));
  const builder = show();
  await settle(() => getText(builder).includes('של אלף.'));
  const label = builder.querySelector<HTMLElement>('[data-case]')!;
  expect([label.hidden, label.querySelector('select')!.value]).toEqual([false, FIRST_CASE]);
  await choose(builder, '[data-case] select', 'other');
  await settle(() => getText(builder).includes('של בית.'));
  expect(getText(builder)).not.toContain('אלף');
  expect(getField(builder, 'mistake').value).toBe('של בית.');
});

test('says that nothing is kept where the browser stores nothing, and goes on', async () => {
  vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
    throw new DOMException('no', 'SecurityError');
  });
  const builder = show();
  await type(builder, 'mistake', 'שלחנו.');
  builder.save();
  expect(builder.querySelector('[data-kept]')!.textContent).toBe('Nothing is kept.');
  expect(getText(builder)).toContain('שלחנו. נתקן');
});

test('can be taken out of the page and put back', async () => {
  const builder = show();
  await type(builder, 'mistake', 'שלחנו.');
  builder.remove();
  document.body.append(builder);
  await settle(() => builder.texts.length > 0);
  expect(getField(builder, 'mistake').value).toBe('שלחנו.');
  expect(builder.querySelectorAll('[data-form]')).toHaveLength(1);
});

function show(): MessageBuilderElement {
  MessageBuilderElement.define();
  document.documentElement.dir = 'rtl';
  const forms = [
    ['plural', 'To many'],
    ['feminine', 'To a woman'],
  ];
  const own = { id: 'he', lang: 'he', dir: 'rtl', format: 'he', name: 'עברית', forms };
  const others = [{ id: 'en', lang: 'en', dir: 'ltr', format: 'en-GB', name: 'אנגלית', forms: [['plain', 'Plain']] }];
  const slot = (name: string, text: string) => `<bdi class="slot" data-slot="${name}" data-empty>[${text}]</bdi>`;
  const sheet = (form: string, reach: string) =>
    `<div class="sheet" data-sheet="${form}"><p class="subject"><span data-subject lang="he" dir="rtl">${slot('matter', 'נושא')}</span></p><div data-text lang="he" dir="rtl"><p class="paragraph"><span data-move="greet">שלום<span data-optional> ${slot('clientName', 'לקוח')}</span>,</span></p><p class="paragraph"><span data-move="mistake">${slot('mistake', 'מה קרה')} נתקן עד: ${slot('fixDate', 'תאריך')}.</span></p><div class="paragraph"><div data-move="table">מה השתנה: <table class="changes" data-slot="changes" data-name="שינויים" data-empty></table></div></div><p class="paragraph"><span data-move="reach">${reach}<span data-optional data-otherwise=" אליי"> אל ${slot('contactName', 'שם')}</span>: ${slot('contactPhone', 'מספר')}.<br>תודה.</span></p></div></div>`;
  const fact = (id: string, name: string, kind: string, title: string, field: string) =>
    `<div data-fact="${id}" data-slot-name="${name}" data-kind="${kind}" data-title="${title}">${field}</div>`;
  const text = (id: string, name: string, kind: string, title: string) =>
    fact(
      id,
      name,
      kind,
      title,
      `<input id="fact-${id}" type="text" data-entry-field><div data-second hidden><label data-label="In #"></label><input id="fact-${id}-second" type="text" data-in-second><p data-second-help hidden>As they are.</p></div>`,
    );
  const row = `<template data-part="row"><fieldset data-row><legend data-label="שינוי #"></legend><input type="text" data-cell="what"><label data-second hidden><span data-label="In #"></span><input type="text" data-cell="what" data-in-second></label><input type="date" data-cell="since"><input type="text" data-cell="checkedBy"><button type="button" data-do="remove" data-label="Remove #"></button></fieldset></template>`;
  const question = (id: string) =>
    `<fieldset data-question="${id}">${['yes', 'no', 'not-sure'].map((value) => `<input type="radio" name="gate-${id}" value="${value}">`).join('')}</fieldset>`;
  const sentences = { empty: 'Empty: #.', excuse: 'Reads as an excuse.', year: 'Which year?' };
  document.body.innerHTML = `<style>.sheet{overflow-wrap:anywhere}[hidden]{display:none}.slot[data-long]{white-space:normal}bdi[dir=ltr]{white-space:nowrap}p{margin:0}</style>
<atm-message-builder data-message="apology-email" data-locale="he" data-lang="he" data-limit="150" data-paragraphs="mistake table reach" data-words="/#/messages/apology-email/words.json" data-part-failed="Failed." data-own='${JSON.stringify(own)}' data-others='${JSON.stringify(others)}' data-columns='{"what":"A","since":"B","checkedBy":"C"}'>
<p data-by-hand>By hand</p><p data-failure></p>
<div data-desk><div data-sheets><div data-text-of="own">${sheet('plural', 'טלפון')}</div><details data-other-form>${sheet('feminine', 'התקשרי')}</details></div></div>
<template data-part="form"><form data-form><p data-kept data-tab="In this tab." data-case-kept="Kept with this client." data-not-kept="Nothing is kept."></p><label data-case hidden><select data-unnamed="?"></select></label><select data-language data-same="Same"></select><label data-form-choice="own" hidden><span data-label="In #"></span><select></select></label><label data-form-choice="other" hidden><span data-label="In #"></span><select></select></label>
${text('client-name', 'clientName', 'line', 'לקוח')}${text('matter', 'matter', 'phrase', 'נושא')}${text('mistake', 'mistake', 'sentence', 'מה קרה')}${fact('fix-date', 'fixDate', 'date', 'תאריך', '<input id="fact-fix-date" type="date" data-entry-field>')}${fact('contact-phone', 'contactPhone', 'phone', 'מספר', '<input id="fact-contact-phone" type="tel" dir="ltr" data-entry-field>')}${fact('changes', 'changes', 'list', 'שינויים', `<div data-rows></div><button type="button" data-do="add">Add</button>${row}`)}
<input type="checkbox" data-keep><button type="button" data-do="clear">Clear</button><span data-cleared="Cleared." data-undone="Undone."></span><button type="button" data-do="undo" hidden>Undo</button></form></template>
<template data-part="review"><div data-review><p data-count="Words: #"></p><div data-checks hidden><ul></ul></div></div></template>
<template data-part="out"><section data-out><h3 data-yours="Yours" data-yours-in="Yours in #"></h3><p data-locked>Answer first.</p><div data-buttons hidden><button type="button" data-do="copy">Copy</button><button type="button" data-do="share">Share</button></div><p data-said data-copied="Copied" data-copied-empty="Copied, empty: #" data-refused="Refused"></p><label data-by-hand-text hidden><textarea></textarea></label></section></template>
<template data-part="gate"><section data-gate>${question('loss-or-claim')}${question('public-harm')}<div data-stop hidden>Stop</div><div data-unsure hidden>Unsure</div></section></template>
<template data-part="check" data-sentences='${JSON.stringify(sentences)}'><li><b data-fact-name></b> <bdi data-found></bdi> <span data-sentence></span></li></template>
</atm-message-builder>`;
  return document.querySelector('atm-message-builder') as MessageBuilderElement;
}

function getField(builder: HTMLElement, fact: string): HTMLInputElement {
  return builder.querySelector<HTMLInputElement>(`#fact-${fact}`)!;
}

async function type(builder: MessageBuilderElement, fact: string, text: string): Promise<void> {
  await write(builder, getField(builder, fact), text);
}

async function write(builder: MessageBuilderElement, field: HTMLInputElement, text: string): Promise<void> {
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await new Promise(requestAnimationFrame);
  await builder.load(() => undefined);
}

async function choose(builder: MessageBuilderElement, selector: string, value: string): Promise<void> {
  const select = builder.querySelector<HTMLSelectElement>(selector)!;
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await builder.load(() => undefined);
}

async function answer(builder: MessageBuilderElement, question: string, value: string): Promise<void> {
  builder.querySelector<HTMLElement>(`[data-question="${question}"] [value="${value}"]`)!.click();
  await builder.load(() => undefined);
  await pause(10);
}

/** The text of a sheet, paragraph by paragraph. */
function getText(builder: HTMLElement, which = 'own'): string {
  const paragraphs = [...builder.querySelectorAll(`[data-text-of="${which}"] [data-text] > *`)];
  return paragraphs
    .map((paragraph) => {
      const copy = paragraph.cloneNode(true) as Element;
      for (const table of copy.querySelectorAll('table')) table.remove();
      for (const br of copy.querySelectorAll('br')) br.replaceWith('\n');
      return copy.textContent.trim();
    })
    .join('\n');
}

function getFields(): ReadonlyMap<string, Stamped> {
  const reading = parseCasebook(localStorage.getItem(getStorageKey('casebook')));
  return (reading.kind === 'ok' && reading.casebook.cases.get(FIRST_CASE)?.fields) || new Map();
}

/** Whether the letters of a piece of text stand one after the other in the direction of the text around them. */
function isInOrder(root: HTMLElement, piece: string): boolean {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const start = node.data.indexOf(piece);
    if (start < 0 || node.parentElement?.closest('bdi')) continue;
    const lefts = [...piece].map((_, index) => getLeft(node as Text, start + index));
    const sorted = lefts.toSorted((a, b) => (root.dir === 'rtl' ? b - a : a - b));
    return lefts.every((left, index) => left === sorted[index]);
  }
  return false;
}

function getLeft(node: Text, index: number): number {
  const range = document.createRange();
  range.setStart(node, index);
  range.setEnd(node, index + 1);
  return range.getBoundingClientRect().left;
}

async function settle(isSettled: () => boolean): Promise<void> {
  for (let count = 0; count < 100 && !isSettled(); count += 1) await pause(20);
  expect(isSettled()).toBe(true);
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}
