// @ts-check
// Runs before every script of package.json. Plain JavaScript in a dialect that Node 14 can parse, without imports
// beyond node:, because it must speak up where Node is too old or nothing is installed.
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * What this machine lacks, as one line that says what and how to get it; undefined where nothing is lacking.
 * @param {Machine} machine
 * @returns {string | undefined}
 */
export function getComplaint(machine) {
  return getNodeComplaint(machine) || getPackagesComplaint(machine) || getBrowserComplaint(machine);
}

/** @param {Machine} machine */
function getNodeComplaint({ version, minimum, platform, arch, missing }) {
  if (isAtLeast(version, minimum)) return undefined;
  const need = `This needs Node ${minimum} or newer; this is ${version}.`;
  if (platform !== 'linux' || arch !== 'x64') return `${need} Get it from https://nodejs.org, or use Linux x64 where \`npm ci\` brings its own.`;
  // npm puts the Node that came with the packages first on the path of its scripts; a plain `node` does not see it.
  if (missing.length === 0) return `${need} Run it through npm (for example \`npm start\`), which uses the Node that \`npm ci\` brought.`;
  return `Run \`npm ci\` first: it brings Node ${minimum} or newer (this is ${version}) and the packages.`;
}

/** @param {Machine} machine */
function getPackagesComplaint({ missing }) {
  if (missing.length === 0) return undefined;
  const shown = missing.slice(0, 3).join(', ') + (missing.length > 3 ? ` and ${missing.length - 3} more` : '');
  return `Run \`npm ci\` first. Not installed as package.json asks: ${shown}.`;
}

/** @param {Machine} machine */
function getBrowserComplaint({ browser }) {
  if (!browser || browser.found) return undefined;
  if (browser.asked) return `CHROMIUM is set to ${browser.asked}, where there is no file. Set it to the path of Chrome or Chromium, or unset it.`;
  return 'The tests need Chrome or Chromium. Install one, or set CHROMIUM to its path.';
}

/**
 * Whether a version such as `v22.12.0` is at least `minimum`, such as `22.12`.
 * @param {string} version
 * @param {string} minimum
 */
export function isAtLeast(version, minimum) {
  const have = parseVersion(version);
  const need = parseVersion(minimum);
  return have[0] > need[0] || (have[0] === need[0] && have[1] >= need[1]);
}

/**
 * @param {string} text
 * @returns {[number, number]} major and minor; 0.0 where there is none
 */
function parseVersion(text) {
  const match = /(\d+)\.(\d+)/.exec(text);
  return match ? [Number(match[1]), Number(match[2])] : [0, 0];
}

/**
 * Where Chrome, Chromium and, last, Edge stand when somebody has installed them.
 * @param {string} platform as in process.platform
 * @param {Record<string, string | undefined>} env
 * @returns {string[]} full paths, best first
 */
export function getBrowserPaths(platform, env) {
  if (platform === 'darwin') {
    const applications = ['/Applications', join(homedir(), 'Applications')];
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return names.flatMap((name) => applications.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`));
  }
  if (platform === 'win32') {
    const folders = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(isText);
    const programs = ['Google/Chrome/Application/chrome.exe', 'Chromium/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];
    return programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  }
  return ['/usr/bin/google-chrome-stable', '/usr/bin/google-chrome', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/lib/chromium/chromium'];
}

/**
 * @param {string | undefined} value
 * @returns {value is string}
 */
function isText(value) {
  return Boolean(value);
}

/**
 * What is there to run on.
 * @param {{ tools: boolean, browser: boolean }} wanted tools: development dependencies too; browser: one for the tests
 * @returns {Machine}
 */
function getMachine(wanted) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const minimum = /\d+\.\d+/.exec(manifest.engines.node);
  const packages = Object.assign({}, manifest.dependencies, wanted.tools ? manifest.devDependencies : {});
  return {
    version: process.version,
    minimum: minimum ? minimum[0] : '0.0',
    platform: process.platform,
    arch: process.arch,
    missing: Object.keys(packages).filter((name) => !isInstalled(name, packages[name])),
    browser: wanted.browser ? { asked: process.env['CHROMIUM'], found: hasBrowser() } : undefined,
  };
}

/**
 * Whether a package stands in node_modules, in the version asked for where that is an exact one.
 * @param {string} name
 * @param {string} asked
 */
function isInstalled(name, asked) {
  try {
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
    return version === asked || !/^\d/.test(asked);
  } catch (_error) {
    return false;
  }
}

/** The cheap half of findBrowser(): whether one is likely to be found, without starting or unpacking anything. */
function hasBrowser() {
  const asked = process.env['CHROMIUM'];
  if (asked) return existsSync(asked);
  const packed = process.platform === 'linux' && process.arch === 'x64' && existsSync(join(root, 'node_modules/@sparticuz/chromium/bin/chromium.br'));
  return packed || getBrowserPaths(process.platform, process.env).some((path) => existsSync(path)) || hasPlaywrightBrowser();
}

function hasPlaywrightBrowser() {
  const caches = new Map([
    ['darwin', 'Library/Caches'],
    ['win32', 'AppData/Local'],
  ]);
  const folder = process.env['PLAYWRIGHT_BROWSERS_PATH'] || join(homedir(), caches.get(process.platform) || '.cache', 'ms-playwright');
  return existsSync(folder) && readdirSync(folder).some((name) => /^chromium-\d/.test(name));
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const browser = process.argv.includes('--browser');
  const complaint = getComplaint(getMachine({ tools: browser || process.argv.includes('--tools'), browser }));
  if (complaint) {
    console.error(complaint);
    process.exit(1);
  }
}

/**
 * @typedef {object} Machine
 * @property {string} version of the Node that runs this, such as v24.1.0
 * @property {string} minimum the oldest Node that will do, such as 22.12
 * @property {string} platform as in process.platform
 * @property {string} arch as in process.arch
 * @property {string[]} missing packages that are not installed as package.json asks
 * @property {{ asked: string | undefined, found: boolean } | undefined} browser undefined where none is needed
 */
