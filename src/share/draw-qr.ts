import { createQrPath } from './qr-code.ts';

/** Draws the QR code of a text into an `<svg>` that holds one `<path>`. */
export function drawQr(svg: SVGElement, text: string): void {
  const { path, size } = createQrPath(text);
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.querySelector('path')?.setAttribute('d', path);
}
