import { showByHand } from './show-by-hand.ts';

/**
 * Puts text on the clipboard. Where the browser refuses, the text is shown selected in `field`, to be copied by hand.
 * @returns whether the browser copied it
 */
export async function copyText(text: string, field?: HTMLInputElement | HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    showByHand(field, text);
    field?.focus();
    field?.select();
    return false;
  }
}
