import { fileURLToPath } from 'node:url';
import type { ValidateOptions } from '../content/content-model.ts';
import { formatFaults } from '../content/faults.ts';
import { readContentTree } from '../content/read-tree.ts';
import { validateContent } from '../content/validate.ts';
import { contentKinds } from '../content-kinds.ts';
import { localeTable, referenceLocale } from '../i18n/locales.ts';

/**
 * Checks content/ of the project at `root`. Warnings alone are printed to stderr.
 * @throws an Error whose message is all faults as text, if there is any that is not a warning
 */
export async function checkContent(root: URL | string): Promise<void> {
  const faults = validateContent(await readContentTree(root), createValidateOptions());
  const report = formatFaults(faults);
  if (faults.some(({ severity }) => severity === 'error')) throw new Error(report);
  if (report) console.warn(report);
}

/** The kinds and languages of this site, and today. */
export function createValidateOptions(today = new Date().toISOString().slice(0, 10)): ValidateOptions {
  return { kinds: contentKinds, locales: localeTable, referenceLocale, today };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await checkContent(new URL('../../', import.meta.url)).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
