import type { MessageBuilderElement } from './message-builder-element.ts';

/*
 * What is needed once somebody writes, in one file that is loaded with the first touch: what fills the blanks, the
 * checks, what can be done with a text. The casebook comes only where facts are, or may be, kept with a client.
 */
export { choose, press } from './builder-actions.ts';
export { showTexts } from './builder-texts.ts';

/** Shows the facts of the case that this tab works on. */
export async function openCase(builder: MessageBuilderElement): Promise<void> {
  (await import('./case-facts.ts')).openCase(builder);
}

/** Takes up what another tab has stored. */
export async function adoptCase(builder: MessageBuilderElement, stored: string | null): Promise<void> {
  (await import('./case-facts.ts')).adoptCase(builder, stored);
}
