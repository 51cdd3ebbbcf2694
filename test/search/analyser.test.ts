import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/search/analyser/analyse.ts';

/** How well two words meet: the best of the keys they share, by both weights. */
function meet(lang: string, a: string, b: string): number {
  const keys = new Map(analyse(lang, a).flatMap((token) => token.keys.map(({ key, weight }) => [key, weight] as const)));
  return Math.max(0, ...analyse(lang, b).flatMap((token) => token.keys.map(({ key, weight }) => weight * (keys.get(key) ?? 0))));
}

const getWords = (lang: string, text: string): string[] => analyse(lang, text).map(({ start, end }) => text.slice(start, end));

/** Pairs that are one word to a reader, by the rule that makes them so; the number is the least they must meet with. */
const PAIRS: readonly (readonly [lang: string, rule: string, least: number, pairs: string])[] = [
  ['he', 'without niqqud', 1, 'הִתְנַצְּלוּת התנצלות, שָׁלוֹם שלום'],
  ['he', 'final letters and plain ones', 1, 'שלומ שלום, כספ כסף'],
  ['he', 'presentation forms', 1, 'שׁלום שלום'],
  ['he', 'gershayim in any way it is typed', 1, "עו״ד עו\"ד, עו״ד עו''ד, עו״ד עו”ד, צה״ל צה׳׳ל"],
  ['he', 'geresh in any way it is typed, or not at all', 1, "צ׳ק צ'ק, צ׳ק צק"],
  ['he', 'an acronym with prefix or ending', 0.7, 'לעו״ד עו״ד, עו״דים עו״ד, ושהמנכ״לית מנכ״ל'],
  ['he', 'prefixes', 0.75, 'לקוח הלקוח, לקוח ולקוח, לקוח ללקוח, לקוח שהלקוח, טעות בטעות, פגישה כשבפגישה, בוס לבוס'],
  ['he', 'plural and construct', 0.7, 'לקוח לקוחות, פיצוי פיצויים, שיחה שיחות, שיחה שיחת, החלטה ההחלטות'],
  ['he', 'possessive', 0.7, 'לקוח לקוחותינו, שיחה שיחתנו, אחריות באחריותנו, טעות טעותי'],
  ['he', 'plene and defective spelling', 0.7, 'פיצויים פיצוים, שנייה שניה, תכנית תוכנית, אמתי אמיתי'],
  ['he', 'binyan neighbours', 0.12, 'התנצלות להתנצל, פיצוי לפצות, הסבר להסביר, הכחשה להכחיש, השתמש שימוש, תיקון לתקן'],
  ['ar', 'without tashkeel and tatweel', 1, 'اِعْتِذَار اعتذار, اعتـــذار اعتذار'],
  ['ar', 'forms of alef and hamza', 1, 'إعتذار اعتذار, أخطاء اخطاء, آسف اسف, ٱلعميل العميل, مسؤول مسوول'],
  ['ar', 'yāʾ and hāʾ', 1, 'مستشفى مستشفي, فرصة فرصه, علی على'],
  ['ar', 'presentation forms', 1, 'ﺍﻋﺘﺬﺍﺭ اعتذار'],
  ['ar', 'proclitics', 0.8, 'عميل العميل, عميل للعميل, عميل وبالعميل, تعويض والتعويض, خطأ بالخطأ, شرح ولشرح'],
  ['ar', 'endings', 0.75, 'تعويض تعويضات, عميل عميلهم, خطوة خطوات, شركة شركتنا, موظف موظفين'],
  ['ar', 'hamza on another carrier', 0.15, 'مسؤولية مسئولية, المسؤلية مسؤولية'],
  ['ar', 'broken plurals', 0.12, 'خطأ أخطاء, عميل عملاء, زبون زبائن, عذر أعذار, موعد مواعيد'],
  ['ar', 'verb and noun', 0.1, 'اعتذر اعتذار, نعتذر اعتذار, اعترف اعتراف, أعوّض تعويض, تأخر تأخير'],
  ['it', 'accents', 1, 'responsabilità responsabilita, perché perche'],
  ['it', 'plural and verb forms', 0.9, 'avvocato avvocati, scuse scusarsi, scusa scusarmi, rimborso rimborsare, cliente clienti'],
  ['it', 'irregular forms', 0.6, 'ammettere ammesso, promessa promettere, chiesto chiedere, risolto soluzione'],
  ['it', 'elision without its apostrophe', 0.5, 'lavvocato avvocato, dellazienda azienda'],
  ['it', 'the beginning of a stem', 0.1, 'rimborso rimborsabile'],
  ['en', 'British and American spelling', 1, 'apologise apologize, behaviour behavior, cancelled canceled, defence defense'],
  ['en', 'possessive', 1, "client’s client, client's client"],
  ['en', 'contractions', 1, 'don’t dont'],
  ['en', 'plural and verb forms', 0.9, 'lawyers lawyer, apologising apologise, blamed blaming'],
  ['en', 'irregular forms', 0.8, 'told tell, lost lose, wrote writing'],
  ['en', 'the beginning of a stem', 0.1, 'apology apologise, explain explanation'],
];

describe('the analyser', () => {
  it.each(PAIRS)('in %s knows words by %s', (lang, _, least, pairs) => {
    const faults = pairs
      .split(', ')
      .map((pair) => pair.split(' ') as [string, string])
      .filter(([a, b]) => meet(lang, a, b) < least - 1e-9);
    expect(faults.map(([a, b]) => `${a} ${b}: ${meet(lang, a, b).toFixed(2)}`)).toEqual([]);
  });

  it('never takes an acronym for the word that its letters spell', () => {
    expect(meet('he', 'עו״ד', 'עוד')).toBe(0);
    expect(meet('he', 'מנכ״ל', 'מנכל')).toBe(0);
  });

  it('folds digits of all our scripts', () => {
    for (const lang of ['he', 'ar', 'it', 'en']) {
      expect(meet(lang, '٩٠', '90')).toBe(1);
      expect(meet(lang, '۹۰', '90')).toBe(1);
      expect(meet(lang, '９０', '90')).toBe(1);
    }
  });

  it('finds a word under itself first', () => {
    expect(analyse('he', 'והלקוח')[0]?.keys[0]).toEqual({ key: 'והלקוח', weight: 1 });
    expect(analyse('en', 'apologizing')[0]?.keys[0]).toEqual({ key: 'apologizing', weight: 1 });
  });

  it('knows which words only join others', () => {
    const getSmall = (lang: string, text: string): string[] =>
      analyse(lang, text)
        .filter(({ isSmall }) => isSmall)
        .map(({ start, end }) => text.slice(start, end));
    expect(getSmall('he', 'איך להתנצל בפני הלקוח שלי')).toEqual(['איך', 'בפני', 'שלי']);
    expect(getSmall('ar', 'كيف أعتذر إلى العميل')).toEqual(['كيف', 'إلى']);
    expect(getSmall('it', 'perché l’errore è mio')).toEqual(['perché', 'l', 'è', 'mio']);
    expect(getSmall('en', 'how do I apologise to the client')).toEqual(['how', 'do', 'I', 'to', 'the']);
  });

  it('gives the places of words, whole, with the signs inside them', () => {
    expect(getWords('he', 'ב־עו״ד, ״אבל״ ה״אבל״ ביום־יום')).toEqual(['ב', 'עו״ד', 'אבל', 'ה', 'אבל', 'ביום', 'יום']);
    expect(getWords('he', 'שָׁלוֹם וwhatsapp')).toEqual(['שָׁלוֹם', 'ו', 'whatsapp']);
    expect(getWords('ar', 'قُلْ: «اعتـذار»!')).toEqual(['قُلْ', 'اعتـذار']);
    expect(getWords('it', "l’avvocato dell\u02BCazienda, un'altra")).toEqual(['l', 'avvocato', 'dell', 'azienda', 'un', 'altra']);
    expect(getWords('en', 'the client’s face-to-face don’t')).toEqual(['the', 'client', 'face', 'to', 'face', 'don’t']);
  });

  it('parts elision in any way the apostrophe is typed', () => {
    for (const sign of ["'", '’', 'ʼ', '`', '´', '′']) expect(getWords('it', `dell${sign}azienda`)).toEqual(['dell', 'azienda']);
  });

  it('sees through bidi marks and joiners inside a word', () => {
    expect(meet('he', 'לק\u200fוח', 'לקוח')).toBe(1);
    expect(meet('ar', 'عم\u200cيل', 'عميل')).toBe(1);
    expect(meet('it', 'avvo\u00adcato', 'avvocato')).toBe(1);
  });

  it('finds a word of another language by itself, in any language and in one without rules', () => {
    expect(meet('he', 'deadlines', 'deadline')).toBeGreaterThan(0.8);
    expect(meet('fa', 'مشتری', 'مشتری')).toBe(1);
    expect(analyse('x-unknown', 'naïve')[0]?.keys).toEqual([{ key: 'naive', weight: 1 }]);
  });
});
