/**
 * What spoils a message, by language, as data: words in an entry that a client reads as an excuse, as a promise nobody
 * can keep, as a finger pointed at a colleague or at themselves, or as a day of no certain year. Why each matters is said
 * beside what was found (`messageCheck…` in content/ui/). JavaScript's \b ignores Hebrew and Arabic letters, so words are
 * bounded by (?<!\p{L})…(?!\p{L}); Arabic is compared without its vowel marks.
 */
export type RuleKind = 'excuse' | 'absolute' | 'culprit' | 'blame' | 'year';

export type WordRules = Readonly<Record<RuleKind, RegExp>>;

/** 3/4 is in March or in April, of which year nobody says; 10.30 is a time. */
const DAY_AND_MONTH = /(?<![\p{L}\d./-])(?<!(?:alle|ore|at|from|בשעה|الساعة)\s)(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])(?![./-]?\d)/iu;

/** By language, the first part of the BCP-47 tag. */
export const wordRules: Readonly<Record<string, WordRules>> = {
  en: {
    excuse: /(?<!\p{L})(?:but|however|although|though|nevertheless|on the other hand|to be fair|in (?:our|my) defen[cs]e|having said that)(?!\p{L})/iu,
    absolute:
      /(?<!\p{L})never(?:\s+\p{L}+){0,3}\s+again(?!\p{L})|(?<!\p{L})(?:(?:will|won[’']t|can(?:no|[’'])t) (?:not |never )?(?:ever )?(?:happen|occur|be repeated)(?: again)?|under no circumstances|guarantee[ds]?)(?!\p{L})|100\s?(?:%|per ?cent)/iu,
    culprit:
      /(?<!\p{L})(?:(?:[Oo]ur|[Mm]y|[Aa]|[Tt]he|[Oo]ne of our) (?:new |junior |young |former |temporary )*(?:colleague|employee|intern|trainee|apprentice|freelancer|temp|assistant|staff)s?|(?:mistake|error|fault|oversight) (?:of|by) (?=\p{Lu}))(?!\p{L})|(?<!\p{L})\p{Lu}\p{L}+[’']s (?:mistake|error|fault|oversight|carelessness)/u,
    blame:
      /(?<!\p{L})(?:you (?:should|could) have|you (?:failed|forgot|neglected|never|did(?: not|n[’']t))|you (?:had not|hadn[’']t)|your (?:own )?(?:mistake|error|fault|delay|oversight)|because (?:of )?you(?:r late)?|if you had)(?!\p{L})/iu,
    year: DAY_AND_MONTH,
  },
  it: {
    excuse:
      /(?<!\p{L})(?:ma|però|tuttavia|anche se|sebbene|benché|eppure|d[’']altra parte|d[’']altronde|a (?:nostra|mia) discolpa|va detto che|bisogna dire che)(?!\p{L})/iu,
    absolute:
      /(?<!\p{L})(?:mai più|non (?:si ripeterà|succederà|accadrà|capiterà|si verificherà|potrà (?:più )?(?:ripetersi|succedere|accadere))(?: mai)?(?: più)?|garanti(?:amo|to|ta|sco)|in nessun caso)(?!\p{L})|(?:al |100\s?)(?:%|100\s?%|cento per cento)/iu,
    culprit:
      /(?<!\p{L})(?:(?:[Ii]l|[Ll]a|[Ll]o|[Uu]n|[Uu]no|[Uu]na|[Nn]ostro|[Nn]ostra)\s|[Ll][’']|[Uu]n[’'])(?:nuov[oa] |giovane |ex )*(?:collega|dipendente|stagista|tirocinante|apprendista|impiegat[oa]|collaborat(?:ore|rice)|assistente)(?!\p{L})|(?<!\p{L})un[oa] de(?:i|lle) nostr[ie](?!\p{L})|(?<!\p{L})(?:[Ee]rrore|[Cc]olpa|[Ss]vista|[Dd]istrazione) (?:di |del |della |dell[’'])(?=\p{Lu})/u,
    blame:
      /(?<!\p{L})(?:avr(?:este|esti|ebbe) dovuto|(?:potevate|potevi|dovevate|dovevi) |non (?:ci )?(?:avete|hai) (?:mai )?(?:mandato|inviato|detto|avvisat[oi]|confermato|comunicato|controllato|risposto)|(?:per colpa|a causa) (?:vostra|tua|Sua)|(?:vostro|tuo|Suo) (?:errore|ritardo)|(?:vostra|tua|Sua) (?:colpa|svista)|se (?:aveste|avessi))/u,
    year: DAY_AND_MONTH,
  },
  he: {
    excuse: /(?<!\p{L})ו?(?:אבל|אולם|אך(?! ורק)|אלא ש\p{L}+|עם זאת|למרות ש\p{L}+|אף על פי ש\p{L}+|מצד שני|להגנתנו|להגנתי|צריך לומר ש\p{L}+)(?!\p{L})/u,
    absolute:
      /(?<!\p{L})(?:[ושה]?לעולם לא|[ושה]?אף פעם לא|[ושה]?לא (?:יקרה|תקרה|יקרו|יחזור|תחזור|יישנה|תישנה)(?: לעולם| יותר)?(?: שוב| על עצמו| על עצמה)?|בשום (?:מקרה|אופן)|מבטיחים ש\p{L}+|מתחייבים ש\p{L}+|באחריות מלאה)(?!\p{L})|100\s?(?:%|אחוז)/u,
    culprit:
      /(?<!\p{L})[והשבלמכ]{0,2}(?:עובד|עובדת|מתמחה|מתלמד|מתלמדת|סטודנט|סטודנטית|פרילנסר|פרילנסרית|עוזר|עוזרת|מזכירה)(?: (?:ה?חדש|ה?חדשה|ה?זמני|ה?זמנית|ה?צעיר|ה?צעירה))?(?: שלנו| אצלנו)?(?!\p{L})|(?<!\p{L})(?:אחד|אחת) ה(?:עובדים|עובדות)(?!\p{L})|(?<!\p{L})(?:באשמת|(?:ה?טעות|ה?אשמה|ה?פשלה) של (?!נו))/u,
    blame:
      /(?<!\p{L})(?:(?:הייתם|היית) צריכ\p{L}+|(?:יכולתם|יכולת) (?:גם )?ל\p{L}+|לא (?:שלחתם|שלחת|עדכנתם|עדכנת|הודעתם|הודעת|אישרתם|אישרת|בדקתם|בדקת|עניתם|ענית|העברתם|העברת)|שכחתם|שכחת|(?:ה?טעות|ה?אשמה|ה?עיכוב) של(?:כם|ך)|באשמת(?:כם|ך)|בגלל(?:כם|ך)|(?:אילו|לו|אם) (?:הייתם|היית))(?!\p{L})/u,
    year: DAY_AND_MONTH,
  },
  ar: {
    excuse: /(?<!\p{L})(?:و?لكن(?:نا|ني|ه|ها|هم)?|غير [أا]ن\p{L}*|[إا]لا [أا]ن\p{L}*|بيد [أا]ن\p{L}*|و?مع ذلك|و?رغم ذلك|من جهة [أا]خرى|دفاعا عن)(?!\p{L})/u,
    absolute:
      /(?<!\p{L})(?:و?لن (?:يتكرر|تتكرر|يحدث|يحصل|يقع)(?: (?:هذا|ذلك|الخطأ|الأمر))?(?: (?:أبدا|ابدا|مرة أخرى|مرة اخرى|ثانية|مجددا))?|[أا]بدا|[إا]طلاقا|نضمن|نتعهد ب[أا]لا|ب[أا]ي حال)(?!\p{L})|100\s?[%٪]|مئة بالمئة/u,
    culprit:
      /(?<!\p{L})(?:و|ف|ب|ل|ال|وال|بال|لل)?(?:موظف|موظفة|زميل|زميلة|متدرب|متدربة|مساعد|مساعدة|سكرتيرة)(?:نا|تنا)?(?: (?:ال)?(?:جديد|جديدة|مؤقت|مؤقتة))?(?!\p{L})|(?<!\p{L})(?:زميلتنا|موظفتنا|متدربتنا)(?!\p{L})|(?<!\p{L})(?:[أا]حد موظفينا|[إا]حدى موظفاتنا|[أا]حد الزملاء)(?!\p{L})/u,
    blame:
      /(?<!\p{L})(?:كان (?:عليك|عليكم|يجب عليك|يجب عليكم|ينبغي لك|ينبغي لكم|ينبغي [أا]ن ت\p{L}+)|لم (?:ترسل|تبلغ|تخبر|تؤكد|تراجع|تجب|ترد)(?:وا|ي|ونا|نا|وننا)?|نسيتم|نسيت|خطؤكم|خطؤك|خطئكم|خطئك|بسببكم|بسببك|ت[أا]خركم|ت[أا]خرك|لو (?:كنتم|كنت|[أا]نكم|[أا]نك))(?!\p{L})/u,
    year: DAY_AND_MONTH,
  },
};

/** Words that name an apology; in the subject line they would tell whoever glances at the screen. */
export const apologyWords: Readonly<Record<string, RegExp>> = {
  en: /apolog|sorry/iu,
  it: /scus|dispiac|rammaric/iu,
  he: /התנצל|סליח|מצטער/u,
  ar: /اعتذار|نعتذر|أعتذر|آسف|أسف|عذر/u,
};

/** Facts in which a colleague or the client could be named as the one to blame. */
export const blamingFacts: readonly string[] = ['matter', 'mistake', 'impact', 'cause'];

/** What a rule finds in a text, or nothing. @param lang BCP-47 tag; a language without rules finds nothing */
export function findWords(kind: RuleKind, text: string, lang: string): string | undefined {
  const rule = wordRules[lang.split('-')[0] ?? '']?.[kind];
  return rule?.exec(lang === 'ar' ? text.replace(/[\u064b-\u0652\u0640]/g, '') : text)?.[0].trim();
}
