/** A longer word is cut: nobody types it, and it must cost no time. */
const LONGEST = 40;

/** Vowel signs, accents, joiners and bidi marks carry no difference that a reader would type. */
const UNSEEN = /[\p{M}\p{Cf}]+/gu;

/** What compatibility forms may leave behind (“½” has a slash in it, “ﷺ” has spaces). Gershayim stay: they make an acronym. */
const NO_LETTER = /[^\p{L}\p{N}"]+/gu;

/**
 * What holds for words of every language: case, accents, niqqud and tashkeel, hamza on a carrier, presentation forms,
 * full-width letters, NFC or NFD, invisible marks, digits of any of our scripts. Idempotent.
 *
 * @example foldWord('Perché') // 'perche'
 * @example foldWord('אֱמֶת') // 'אמת'
 * @example foldWord('أخطأ') // 'اخطا'
 * @example foldWord('٩٠') // '90'
 */
export function foldWord(word: string): string {
  const plain = word
    .slice(0, 8 * LONGEST)
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[״“”″]|[׳'’ʼ`´′]{2}/gu, '"')
    .replace(UNSEEN, '')
    .replace(NO_LETTER, '')
    .replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.charCodeAt(0) - (digit < '۰' ? 0x0660 : 0x06f0)) % 10));
  return plain.length > LONGEST ? [...plain].slice(0, LONGEST).join('') : plain;
}
