import { find } from './checklist-part.ts';

/** Draws the QR code of an address into the `<svg>` of an element; what draws it is loaded for it. */
export async function drawCode(root: Element, address: string): Promise<void> {
  const { drawQr } = await import('../share/draw-qr.ts');
  drawQr(find<SVGElement>(root, 'svg'), address);
}
