/**
 * Rules of typography and wording, as data. Where they come from: typography rules 10, 32 and 36–39, the calques of
 * the source texts (terminology §2, end) and the language review, which says where a rule may only warn.
 * JavaScript's \b ignores Hebrew and Arabic letters, so words are bounded by (?<!\p{L})…(?!\p{L}).
 */

export interface LanguageRule {
  readonly pattern: RegExp;
  /** What is so, as the end of “he: …”; the words found are put before it. */
  readonly problem: string;
  readonly instead: string;
  readonly severity?: 'warning';
  /** Compare without points and vowels (niqqud, tashkeel), which may or may not be written. */
  readonly ignoresMarks?: true;
  /** A phrase of the machine translation. The pages of the sources tell what it garbled, so they may name it. */
  readonly isCalque?: true;
}

/** Rules for every language. */
export const commonRules: readonly LanguageRule[] = [
  {
    pattern: /[\u{2190}-\u{21FF}\u{2300}-\u{23FF}\u{2600}-\u{27BF}\u{2900}-\u{297F}\u{2B00}-\u{2BFF}≤≥]|\p{Emoji_Presentation}/gu,
    problem: 'is an arrow, tick, cross or picture; no font of the site has it, so it would come from the system',
    instead: 'Say it in words; icons are drawn by the components.',
  },
  { pattern: /(?<=\S)[ \u{A0}]{2,}(?=\S)|[ \u{A0}]{2,}(?=\n)|\t/gu, problem: 'is more than one space', instead: 'Write one space.' },
  {
    pattern: /(?<=[\p{L}\p{M}\d»”״)])[ \u{A0}\u{202F}]+[,.;:!?،؛؟](?=[\s»”״)]|$)/gu,
    problem: 'is a space before a punctuation mark',
    instead: 'Remove the space.',
  },
  { pattern: /[٠-٩۰-۹]+/gu, problem: 'is not written in the digits of this site', instead: 'Write 0–9.' },
  {
    pattern: /\]\s?[([]/gu,
    problem: 'looks like a link that is not one',
    instead: 'Write [words](step:the-id), without spaces in the address, and only in a body.',
  },
];

/** Rules by language (the first part of the BCP-47 tag). */
export const languageRules: Readonly<Record<string, readonly LanguageRule[]>> = {
  he: [
    { pattern: /["“”„‟«»]/gu, problem: 'is not a Hebrew quotation mark and may jump to the wrong side in mixed text', instead: 'Write ״ (U+05F4).' },
    { pattern: /['‘’‚‛`]/gu, problem: 'is not a geresh', instead: 'Write ׳ (U+05F3).' },
    { pattern: /[0-9:.]\s?[-–]\s?[0-9]/gu, problem: 'joins digits by a dash, which reverses them on screen', instead: 'Write בין … ל־… or מ־… עד ….' },
    {
      pattern: /(?<!\p{L})[ולבמכשה]{1,3}[-–]?(?=[0-9A-Za-z])/gu,
      problem: 'is a prefix that meets a digit or a Latin letter without a maqaf',
      instead: 'Join them with ־ (U+05BE): ב־14.',
    },
    {
      pattern: /(?<=\p{Script=Hebrew})-(?=\p{Script=Hebrew})/gu,
      problem: 'is a hyphen between Hebrew letters',
      instead: 'Write ־ (U+05BE).',
      severity: 'warning',
    },
    {
      pattern: /(?<=^|[\s״([])[ולבמכשה]{1,3}[־-]?\{/gu,
      problem: 'glues a prefix to a slot, whose words are not known',
      instead: 'Word the sentence so that the slot stands alone.',
    },
    { pattern: /ו\/או/gu, problem: 'is a slash for a choice', instead: 'Write או.', severity: 'warning' },
    {
      pattern:
        /(?<!\p{L})[ולבמכשה]{0,2}(?:להחזיק (?:עד |ב)?טעות|להתמודד עם המוזיקה|לנשוך את הכדור|ללבוש את הסוכר|לוקחים את החום|תפוח העין|לקחת בעלות על)(?!\p{L})/gu,
      isCalque: true,
      problem: 'is a calque of the machine translation',
      instead: 'Say it as a Hebrew speaker would.',
      ignoresMarks: true,
    },
  ],
  ar: [
    { pattern: /["“”„‟]/gu, problem: 'is not an Arabic quotation mark and may jump to the wrong side in mixed text', instead: 'Write «…».' },
    { pattern: /['‘’‚‛`]/gu, problem: 'is not a mark of Arabic', instead: 'Write «…» for quotations.' },
    { pattern: /[0-9:.]\s?[-–]\s?[0-9]/gu, problem: 'joins digits by a dash, which reverses them on screen', instead: 'Write من … إلى ….' },
    { pattern: /(?<=\p{Script=Arabic}\p{M}*)[,;?]/gu, problem: 'is a Latin mark after an Arabic letter', instead: 'Write ، ؛ or ؟.' },
    {
      pattern: /(?<!\p{L})[+-]\d|\d\s?[%٪]/gu,
      problem: 'is a number with a sign typed by hand, which is shown on the wrong side',
      instead: 'Say it in words, or let the number be formatted by the site.',
    },
    {
      pattern: /(?<!\p{L}\p{M}*)(?:[وف]?(?:[بلكفس]\p{M}*|ال|بال|لل|كال)\u{640}?|[وف]\u{640}?)\{/gu,
      problem: 'glues a particle to a slot, whose words are not known',
      instead: 'Word the sentence so that the slot stands alone.',
    },
    { pattern: /[–—]/gu, problem: 'is a dash, which Arabic does not use', instead: 'Write : or ،.', severity: 'warning' },
    { pattern: /\u{640}/gu, problem: 'is a tatweel, which lengthens a word for looks', instead: 'Remove it.', severity: 'warning' },
    { pattern: /ا\u{64B}/gu, problem: 'has the tanwin after the alif', instead: 'Write ًا.', severity: 'warning' },
    {
      pattern: /(?<!\p{L})[وف]?(?:(?:واجه الموسيقى|نمتلكه|لقمة ثانية|من الشقوق|قيمة نفسك|الحسابات المفقودة)(?!\p{L})|قم ب|قام ب|تم [اإ]|بشكل )/gu,
      isCalque: true,
      problem: 'is a calque of the machine translation',
      instead: 'Begin with the verb itself, or use the Arabic idiom.',
      ignoresMarks: true,
    },
    // Also “before”: only a writer can tell.
    {
      isCalque: true,
      pattern: /(?<!\p{L})من قبل(?!\p{L})/gu,
      problem: 'is a calque where it means “by”',
      instead: 'Write the sentence in the active voice, if it does.',
      severity: 'warning',
      ignoresMarks: true,
    },
  ],
  it: [
    { pattern: /"/gu, problem: 'is a straight quotation mark', instead: 'Write «…», and “…” within.' },
    { pattern: /(?<!\p{L})E['’](?!\p{L})/gu, problem: 'is an apostrophe in place of an accent', instead: 'Write È.' },
    { pattern: /['`]/gu, problem: 'is a straight apostrophe', instead: 'Write ’ (U+2019).' },
    { pattern: /«\s|\s»/gu, problem: 'has a space inside the quotation marks', instead: 'Write «…» without spaces.' },
    { pattern: /(?<!\p{L})\p{L}*[cp]hè(?!\p{L})/giu, problem: 'has the wrong accent', instead: 'Write é: perché, poiché.' },
    {
      pattern:
        /(?<!\p{L})(?:(?:l|un|dell|all|dall|nell|sull|coll|quell)[’']|(?:il|i|gli|lo|la|le|un|uno|una|(?:de|a|da|ne|su|co)(?:l|llo|lla|lle|i|gli)))\s?\{/giu,
      problem: 'puts an article before a slot, whose gender is not known',
      instead: 'Word the sentence so that the slot stands alone.',
    },
    { pattern: /(?<!\p{L})e\/o(?!\p{L})/giu, problem: 'is a slash for a choice', instead: 'Write o.', severity: 'warning' },
    {
      pattern: /(?<!\p{L})(?:acqua calda|palla|linea di fondo|formaggio|prender(?:mi|si) il caldo|bastone uh|l;)(?!\p{L})|;errore/giu,
      isCalque: true,
      problem: 'is a calque of the machine translation',
      instead: 'Say it as an Italian speaker would.',
    },
    { isCalque: true, pattern: /(?<=^|\s):[A-ZÀ-Ú][^:]{1,60}:/gu, problem: 'quotes with colons', instead: 'Write «…».' },
  ],
  en: [
    { pattern: /"/gu, problem: 'is a straight quotation mark', instead: 'Write “…”.' },
    { pattern: /['`]/gu, problem: 'is a straight apostrophe', instead: 'Write ’ (U+2019), or ‘…’ for a quotation within another.' },
    {
      pattern: /(?<!\p{L})an?\s\{/giu,
      problem: 'puts an article before a slot, whose first letter is not known',
      instead: 'Word the sentence so that the slot stands alone.',
    },
    { pattern: /(?<!\p{L})and\/or(?!\p{L})/giu, problem: 'is a slash for a choice', instead: 'Write or.', severity: 'warning' },
    {
      isCalque: true,
      pattern: /(?<!\p{L})(?:face the music|bite the bullet|big cheese|drop(?:ped)? the ball|oopsie|reach(?:ed|ing)? out|touch base)(?!\p{L})/giu,
      problem: 'is a phrase that this site does without',
      instead: 'Say what is done: tell, write, ring, ask.',
    },
    {
      pattern: /(?<!\p{L})(?:moving forward|own it)(?!\p{L})/giu,
      problem: 'is a phrase that this site does without',
      instead: 'Say what is done.',
      severity: 'warning',
    },
  ],
};
