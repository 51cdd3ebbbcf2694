import { readFile, writeFile } from 'node:fs/promises';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { normalizeBase } from '../i18n/paths.ts';
import { type BuiltPage, getBuiltPages } from './built-pages.ts';

/** Something that is done to every page when all are rendered, or with what stands in them. */
export interface PageStep {
  readonly name: string;
  /** Before the first page. */
  start?(build: FinishedBuild): Promise<void>;
  /** @returns the page as the next step gets it and as it is written in the end */
  finishPage(html: string, page: BuiltPage): string;
  /** After the last page. @returns what to tell whoever builds */
  end?(build: FinishedBuild): Promise<string>;
}

export interface FinishedBuild {
  /** The output folder. */
  readonly dir: URL;
  /** The base path, with a slash at either end. */
  readonly base: string;
}

/** After the build: takes every page through all steps, one after the other. A thousand pages are read and written once, not once for each step. */
export function finishPages(steps: readonly PageStep[]): AstroIntegration {
  let base = '/';
  return {
    name: 'finish-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = normalizeBase(config.base);
      },
      'astro:build:done': ({ dir, logger }) => finishAll(steps, { dir, base }, logger),
    },
  };
}

async function finishAll(steps: readonly PageStep[], build: FinishedBuild, logger: AstroIntegrationLogger): Promise<void> {
  for (const step of steps) await step.start?.(build);
  for (const page of await getBuiltPages(build.dir)) {
    const html = await readFile(page.file, 'utf8');
    const finished = steps.reduce((text, step) => step.finishPage(text, page), html);
    if (finished !== html) await writeFile(page.file, finished);
  }
  for (const step of steps) {
    const said = await step.end?.(build);
    if (said) logger.fork(step.name).info(said);
  }
}
