import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import type { Locale } from '../../i18n/locales.ts';
import { getBrotliSize } from '../bench/sizes.ts';

/** What a page loads until it can answer, in bytes after Brotli: the engine, the rules of its language. */
export interface ScriptBytes {
  readonly engine: number;
  readonly rules: Readonly<Record<Locale, number>>;
}

/** What only an index in parts loads is left out. The file of rules that each language loads. */
const RULES: Readonly<Record<Locale, string>> = { he: 'hebrew', ar: 'arabic', it: 'italian', en: 'english' };

/** Bundles the engine as the site does and weighs its files. */
export async function getScriptBytes(): Promise<ScriptBytes> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: true,
      rolldownOptions: { input: fileURLToPath(new URL('./engine.ts', import.meta.url)), preserveEntrySignatures: 'strict' },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  const chunks = output.filter((file) => file.type === 'chunk');
  const isRules = ({ name }: { name: string }): boolean => Object.values(RULES).includes(name);
  const weigh = (locale: Locale): number => chunks.filter(({ name }) => name === RULES[locale]).reduce((sum, { code }) => sum + getBrotliSize(code), 0);
  return {
    engine: chunks.filter((chunk) => !isRules(chunk) && !chunk.name.startsWith('large-')).reduce((sum, { code }) => sum + getBrotliSize(code), 0),
    rules: { he: weigh('he'), ar: weigh('ar'), it: weigh('it'), en: weigh('en') },
  };
}
