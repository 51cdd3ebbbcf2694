import { HtmlValidate, type ResolvedConfig, StaticConfigLoader } from 'html-validate';

/** Works the configuration out once: a plain loader does it anew for every page, which takes a third as long as the check. */
class OnceLoader extends StaticConfigLoader {
  #config: ResolvedConfig | Promise<ResolvedConfig> | undefined;

  override getConfigFor(handle: string): ResolvedConfig | Promise<ResolvedConfig> {
    this.#config ??= super.getConfigFor(handle);
    return this.#config;
  }
}

const loader = new OnceLoader({
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

/** Checks pages as they are served: valid HTML, and what html-validate knows about good practice. */
export const htmlValidate = new HtmlValidate(loader);
