import { BuilderText, type LanguageChoice } from './builder-text.ts';
import type { MessageBuilderElement } from './message-builder-element.ts';
import { loadWords } from './other-words.ts';
import { readSheet } from './read-sheet.ts';
import { review } from './review-panel.ts';
import { loadFonts } from './word-fonts.ts';

/** Shows the entries in the texts: in the languages and address forms that are chosen. What has not changed stays as it is. */
export function showTexts(builder: MessageBuilderElement): void {
  const other = builder.getClientLanguage();
  if (builder.texts.length === 0) builder.texts = [createOwnText(builder)];
  for (const text of builder.texts.slice(1)) if (text.choice !== other) text.remove();
  builder.texts = builder.texts.filter(({ choice }, index) => index === 0 || choice === other);
  if (other && builder.texts.length < 2) void builder.load(() => addText(builder, other));
  for (const text of builder.texts) {
    text.setForm(builder.entries.get(`form:${text.choice.id}`));
    text.setTitle(other ? text.choice.name : undefined);
    text.write(builder.entries, builder.form.facts);
  }
  review(builder);
}

function createOwnText(builder: MessageBuilderElement): BuilderText {
  const sheets = builder.sheets.map((sheet) => [sheet.dataset['sheet'] ?? '', readSheet(sheet, getParagraphs(builder))] as const);
  return BuilderText.fromSheets(builder, builder.own, new Map(sheets));
}

const loading = new WeakMap<MessageBuilderElement, LanguageChoice>();

async function addText(builder: MessageBuilderElement, choice: LanguageChoice): Promise<void> {
  if (loading.get(builder) === choice) return;
  loading.set(builder, choice);
  try {
    const words = await loadWords((builder.dataset['words'] ?? '').replace('#', choice.id));
    await loadFonts(words.fonts);
    // Another language may have been chosen meanwhile.
    if (builder.getClientLanguage() !== choice || builder.texts.length > 1) return;
    builder.texts = [...builder.texts, BuilderText.fromWords(builder, choice, words, getParagraphs(builder))];
  } finally {
    if (loading.get(builder) === choice) loading.delete(builder);
  }
  showTexts(builder);
}

function getParagraphs(builder: MessageBuilderElement): string[] {
  return (builder.dataset['paragraphs'] ?? '').split(' ');
}
