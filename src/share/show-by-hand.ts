/** Shows `text` in a field that waits hidden, for whoever cannot take it otherwise. Without a field nothing is shown. */
export function showByHand(field: HTMLInputElement | HTMLTextAreaElement | null | undefined, text: string): void {
  if (!field) return;
  field.value = text;
  field.closest('[hidden]')?.removeAttribute('hidden');
}
