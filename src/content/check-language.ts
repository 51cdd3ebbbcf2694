import type { ContentModel } from './content-model.ts';
import { createFault, type Fault } from './faults.ts';
import { commonRules, type LanguageRule, languageRules } from './language-rules.ts';
import { getTextUnits, type TextUnit } from './texts.ts';

/** Every text a reader sees follows the rules of its language (B16). Search terms do not: they are what people type. */
export function checkLanguage(model: ContentModel): Fault[] {
  return getTextUnits(model).flatMap((unit) => {
    if (unit.isSearchTerm) return [];
    const [lang = ''] = unit.locale.lang.split('-');
    const rules = [...commonRules, ...(Object.hasOwn(languageRules, lang) ? (languageRules[lang] ?? []) : [])];
    const { is } = unit.file;
    const mayQuoteSources = is.role === 'words' && is.kind === 'source';
    return rules.filter((rule) => !(rule.isCalque && mayQuoteSources)).flatMap((rule) => checkRule(unit, rule));
  });
}

function checkRule(unit: TextUnit, rule: LanguageRule): Fault[] {
  const { text, getIndex } = rule.ignoresMarks ? stripMarks(unit.text) : { text: unit.text, getIndex: (index: number) => index };
  const { problem, instead, severity = 'error' } = rule;
  return [...text.matchAll(rule.pattern)].map(({ 0: found, index }) =>
    createFault('language-rule', unit.getPlace(getIndex(index)), { found, problem, instead, severity }),
  );
}

/** The text without combining marks, and the way from an index in it to one in the text. */
function stripMarks(text: string): { text: string; getIndex: (index: number) => number } {
  const kept: number[] = [];
  let stripped = '';
  for (const { 0: character, index } of text.matchAll(/\P{M}/gu)) {
    for (let unit = 0; unit < character.length; unit++) kept.push(index + unit);
    stripped += character;
  }
  return { text: stripped, getIndex: (index) => kept[index] ?? 0 };
}
