import { HtmlValidate } from 'html-validate';

/** Checks pages as they are served: valid HTML, and what html-validate knows about good practice. */
export const htmlValidate = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:standard'],
  rules: {
    // Safari takes a list without markers for no list, unless its role says that it is one.
    'no-redundant-role': 'off',
  },
  elements: [
    'html5',
    {
      // Custom elements of the site: they stand among blocks and hold blocks.
      'atm-checklist': { flow: true, permittedContent: ['@flow'] },
      'atm-languages': { flow: true, permittedContent: ['@flow'] },
      'atm-search-box': { flow: true, permittedContent: ['@flow'] },
      'atm-search-results': { flow: true, permittedContent: ['@flow'] },
      'atm-theme': { flow: true, permittedContent: ['@flow'] },
    },
  ],
});
