import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { cutFont } from '../../src/site/fonts/cut-font.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('@fontsource/ibm-plex-sans-hebrew/files/ibm-plex-sans-hebrew-hebrew-400-normal.woff2'));

it('cuts a typeface down to the letters that are asked for, the same bytes each time', async () => {
  const [few, again, many] = await Promise.all([cutFont({ source, text: 'אב' }), cutFont({ source, text: 'אב' }), cutFont({ source, text: 'אבגדהוזח' })]);
  expect(Buffer.from(few).subarray(0, 4).toString()).toBe('wOF2');
  expect(few.length).toBeLessThan(many.length);
  expect(Buffer.from(few).equals(again)).toBe(true);
});

it('says which step failed where a file is no typeface, and cuts the next one', async () => {
  await expect(cutFont({ source: new Uint8Array(40), text: 'א' })).rejects.toThrow('A typeface could not be cut: ');
  await expect(cutFont({ source, text: 'א' })).resolves.toBeInstanceOf(Uint8Array);
});
