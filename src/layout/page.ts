import { SearchBoxElement } from '../search/search-box-element.ts';
import { LanguagesElement } from '../site/languages-element.ts';
import { ThemeElement } from '../site/theme-element.ts';

/** What is alive on every page. */
SearchBoxElement.define();
LanguagesElement.define();
ThemeElement.define();
