import type { Locale } from '../i18n/locales.ts';
import { paths } from '../i18n/paths.ts';
import type { Found } from './finder.ts';

/**
 * The address of something found, made from its kind and ids as this build of the site names them: an index brings no
 * address, so that an old one leads nowhere else (F08), and the base path is that of the page (F09).
 */
export function getAddress(locale: Locale, { kind, id, parent }: Pick<Found, 'kind' | 'id' | 'parent'>): string {
  switch (kind) {
    case 'step':
      return paths.phase(locale, parent, id);
    case 'item':
      return paths.checklist(locale, parent, id);
    case 'checklist':
      return paths.checklist(locale, id);
    case 'message':
      return paths.message(locale, id);
    case 'phase':
      return paths.phase(locale, id);
    case 'term':
      return paths.glossary(locale, id);
  }
}
