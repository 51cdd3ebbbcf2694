import type { AstroIntegration } from 'astro';
import { AstroError } from 'astro/errors';
import { checkContent } from './check-content.ts';

/** Before Astro reads anything: the validating pass. Its faults stop a build; while developing they are only told. */
export function contentCheck(): AstroIntegration {
  return {
    name: 'content-check',
    hooks: {
      'astro:config:setup': async ({ command, config, logger }) => {
        if (command !== 'build' && command !== 'dev') return;
        try {
          await checkContent(config.root);
        } catch (error) {
          const report = error instanceof Error ? error.message : String(error);
          if (command === 'build') throw new AstroError(report, 'Each fault names its file and says what to do. `npm run check` repeats this pass alone.');
          logger.error(report);
        }
      },
    },
  };
}
