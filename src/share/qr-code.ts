import { type Bitmap2D, correction, generate, mode } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';

/** Light modules that a reader needs around the code (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/**
 * The dark modules of a QR code for `text` as the data of one SVG path, and the side of the square it lies in, quiet
 * zone included, in modules: `viewBox="0 0 size size"`. Fill the path with black on white, in dark mode too.
 * @throws RangeError where `text` is longer than a QR code can hold (2,953 ASCII characters)
 */
export function createQrPath(text: string): { path: string; size: number } {
  const code = createCode(text);
  const loops = toSvgPath(code).split('Z').slice(0, -1);
  return { path: loops.map(formatLoop).join(''), size: code.size + 2 * QUIET_ZONE };
}

/** Can lose 15 % of its modules and be read, or 7 % where the text leaves no room for more. */
function createCode(text: string): Bitmap2D {
  for (const minCorrectionLevel of [correction.M, correction.L]) {
    try {
      // Without Shift JIS and Latin-1, which some readers take for UTF-8.
      return generate(text, { minCorrectionLevel, modes: [mode.numeric, mode.alphaNumeric, mode.ascii, mode.utf8] });
    } catch (error) {
      if ((error as { code?: unknown }).code !== TOO_LONG) throw error;
    }
  }
  throw new RangeError(`A text of ${text.length} characters is too long for a QR code, which holds at most 2,953. Use a shorter one.`);
}

/** lean-qr's number for “too much data”. */
const TOO_LONG = 4;

/** An outline through every module's corner (`Mx yLx y…`) as one of straight lines, less than a quarter as long. */
function formatLoop(loop: string): string {
  const points = loop
    .slice(1)
    .split('L')
    .map((point) => point.split(' ').map(Number) as [x: number, y: number]);
  const corners = points.filter(([x, y], index) => {
    const before = points.at(index - 1)!;
    const after = points[(index + 1) % points.length]!;
    return !(before[0] === x && x === after[0]) && !(before[1] === y && y === after[1]);
  });
  const lines = corners.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = corners[index]!;
    return x === fromX ? `v${y - fromY}` : `h${x - fromX}`;
  });
  const [startX, startY] = corners[0]!;
  return `M${startX + QUIET_ZONE} ${startY + QUIET_ZONE}${lines.join('')}z`;
}
