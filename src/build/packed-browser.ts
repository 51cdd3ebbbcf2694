import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import subsetFont from 'subset-font';

const packages = fileURLToPath(new URL('../../node_modules/', import.meta.url));
const packed = join(packages, '@sparticuz/chromium');

/**
 * Unpacks the Chromium of @sparticuz/chromium, the libraries it needs and fonts, once per version.
 * Processes may do so at the same time: each unpacks into a folder of its own, the first to finish moves it in place.
 * @returns the path of a launcher that brings its own environment, so that the path is all that a caller needs
 */
export async function unpackBrowser(): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8')) as { version: string };
  const home = join(packages, '.cache', `chromium-${version}`);
  const launcher = join(home, 'launch');
  if (existsSync(launcher)) return launcher;
  await mkdir(join(packages, '.cache'), { recursive: true });
  const draft = await mkdtemp(`${home}.`);
  try {
    await inflate(draft);
    await writeFile(join(draft, 'fonts/arabic.ttf'), await createArabicFont());
    await writeFile(join(draft, 'fonts/fonts.conf'), fontSettings);
    await writeFile(join(draft, 'launch'), launchScript);
    for (const program of ['launch', 'chromium']) await chmod(join(draft, program), 0o755);
    await chmod(draft, 0o755);
    await rename(draft, home);
  } catch (error) {
    if (!existsSync(launcher)) throw error; // else another process was first
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return launcher;
}

/** Unpacks into `folder`. In a process of its own, because the package writes to the temporary folder and nowhere else. */
async function inflate(folder: string): Promise<void> {
  const script = `
    import packed, { inflate } from ${JSON.stringify(pathToFileURL(join(packed, 'build/index.js')).href)};
    await packed.executablePath();
    await inflate(${JSON.stringify(join(packed, 'bin/al2023.tar.br'))});`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], { env: { ...process.env, NODE_OPTIONS: '', TMPDIR: folder } });
}

/**
 * A font for Arabic as a system has one: the package's own has Latin and Hebrew only, and a page whose web font comes
 * late would be blank. Chromium takes no woff2 from the system, so that the site's typeface is unwrapped.
 */
async function createArabicFont(): Promise<Buffer> {
  const woff = await readFile(join(packages, '@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2'));
  const arabic = Array.from({ length: 0x100 }, (_, index) => String.fromCodePoint(0x600 + index)).join('');
  return subsetFont(woff, arabic, { targetFormat: 'truetype' });
}

// The libraries that a bare system lacks (NSS, NSPR, Expat) and the fonts lie beside the browser.
const launchScript = `#!/bin/sh
here="\${0%/*}"
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
export FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`;

// Without a single font Chromium draws no text; where the system has fonts they are used as well.
const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir prefix="xdg">fonts</dir>
  <dir prefix="relative">.</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
