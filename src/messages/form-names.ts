import type { AddressForm, Locale } from '../i18n/locales.ts';
import { getTranslator } from '../i18n/translator.ts';

/** What an address form of any language is called in the reader's. */
export function getFormName(locale: Locale, form: AddressForm): string {
  const t = getTranslator(locale);
  const names: Record<AddressForm, string> = {
    plural: t('messageFormPlural'),
    feminine: t('messageFormFeminine'),
    masculine: t('messageFormMasculine'),
    lei: t('messageFormLei'),
    tu: t('messageFormTu'),
    voi: t('messageFormVoi'),
    plain: t('messageFormPlain'),
  };
  return names[form];
}
