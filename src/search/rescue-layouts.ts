/** The keys of a keyboard, row by row, as their letters in each layout; the same place is the same key. */
const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./";
/** SI-1452 */
const HEBREW = ";/'קראטוןםפ][שדגכעיחלךף,זסבהנמצתץ.";
/** Arabic (101); the key of b writes two letters. */
const ARABIC = [...'ذضصثقفغعهخحجدشسيبلاتنمكطئءؤر', 'لا', ...'ىةوزظ'];
/** What the letters with shift are on an Arabic keyboard, as far as people use them. */
const ARABIC_SHIFT: Readonly<Record<string, string>> = { H: 'أ', Y: 'إ', N: 'آ', G: 'لأ', T: 'لإ', B: 'لآ' };
/** Keys that an Italian keyboard has in the places of a Latin one. */
const ITALIAN: Readonly<Record<string, string>> = { è: '[', '+': ']', ò: ';', à: "'", '-': '/' };

const keys = [...LATIN];
const toHebrew = new Map(keys.map((key, index) => [key, HEBREW[index] ?? key]));
const toArabic = new Map(keys.map((key, index) => [key, ARABIC[index] ?? key]));
const fromHebrew = new Map(Array.from(HEBREW, (letter, index) => [letter, LATIN[index] ?? letter]));
const fromArabic = new Map(ARABIC.map((letter, index) => [letter, LATIN[index] ?? letter]));

/**
 * What a query would be if its keys had been pressed with the keyboard set to the language of the page.
 *
 * @param lang BCP-47 tag of the page
 * @returns the possible readings; none where the query is in the script of the page already
 * @example getLayoutReadings('akuo', 'he') // ['שלום']
 * @example getLayoutReadings('اثممخ', 'en') // ['hello']
 */
export function getLayoutReadings(query: string, lang: string): string[] {
  const pressed = getPressedKeys(query);
  const readings = pressed.map((text) => (lang === 'he' ? replaceAll(text.toLowerCase(), toHebrew) : lang === 'ar' ? toArabicText(text) : text));
  return [...new Set(readings)].filter((reading) => reading !== query && reading.toLowerCase() !== query.toLowerCase());
}

/** The Latin keys that were pressed; the letters لا may be one key or two. */
function getPressedKeys(query: string): string[] {
  if (/\p{Script=Hebrew}/u.test(query)) return [replaceAll(query, fromHebrew)];
  if (/\p{Script=Arabic}/u.test(query)) return [replaceAll(query.replaceAll('لا', 'b'), fromArabic), replaceAll(query, fromArabic)];
  return [query.replace(/[èòà+-]/gu, (key) => ITALIAN[key] ?? key)];
}

/** Shift counts unless it was the lock. */
function toArabicText(text: string): string {
  const isLocked = text === text.toUpperCase();
  const shifted = isLocked ? text : text.replace(/[HYNGTB]/g, (key) => ARABIC_SHIFT[key] ?? key);
  return replaceAll(shifted.toLowerCase(), toArabic);
}

function replaceAll(text: string, letters: ReadonlyMap<string, string>): string {
  return Array.from(text, (letter) => letters.get(letter) ?? letter).join('');
}
