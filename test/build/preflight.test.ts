import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { getBrowserPaths, getComplaint, isAtLeast } from '../../src/build/preflight.mjs';

const script = fileURLToPath(new URL('../../src/build/preflight.mjs', import.meta.url));
const good = { version: 'v24.21.0', minimum: '22.12', platform: 'linux', arch: 'x64', missing: [], browser: undefined };

describe('getComplaint', () => {
  it('has nothing to say where nothing is lacking', () => {
    expect(getComplaint(good)).toBeUndefined();
    expect(getComplaint({ ...good, version: 'v22.12.0', browser: { asked: undefined, found: true } })).toBeUndefined();
  });

  it('says which Node is needed and where to get it', () => {
    expect(getComplaint({ ...good, version: 'v20.1.0', platform: 'darwin', arch: 'arm64' })).toBe(
      'This needs Node 22.12 or newer; this is v20.1.0. Get it from https://nodejs.org, or use Linux x64 where `npm ci` brings its own.',
    );
  });

  it('points to npm on Linux x64, where the packages bring Node', () => {
    expect(getComplaint({ ...good, version: 'v20.1.0', missing: ['astro'] })).toMatch(/^Run `npm ci` first: it brings Node 22\.12/);
    expect(getComplaint({ ...good, version: 'v20.1.0' })).toContain('Run it through npm');
  });

  it('names packages that are missing, the first few of many', () => {
    expect(getComplaint({ ...good, missing: ['astro'] })).toBe('Run `npm ci` first. Not installed as package.json asks: astro.');
    expect(getComplaint({ ...good, missing: ['a', 'b', 'c', 'd', 'e'] })).toContain('a, b, c and 2 more.');
  });

  it('says how to get a browser', () => {
    expect(getComplaint({ ...good, browser: { asked: undefined, found: false } })).toBe(
      'The tests need Chrome or Chromium. Install one, or set CHROMIUM to its path.',
    );
    expect(getComplaint({ ...good, browser: { asked: '/no/chrome', found: false } })).toMatch(/^CHROMIUM is set to \/no\/chrome, where there is no file\./);
  });

  it('answers in one line', () => {
    const lines = [{ version: 'v14.0.0' }, { missing: ['astro'] }, { browser: { asked: undefined, found: false } }].map((lack) =>
      getComplaint({ ...good, ...lack }),
    );
    for (const line of lines) expect(line).toMatch(/^.+$/);
  });
});

describe('isAtLeast', () => {
  it.each([
    ['v22.12.0', true],
    ['v22.11.9', false],
    ['v23.0.0', true],
    ['v9.99.0', false],
    ['v24.0.0-nightly', true],
    ['nonsense', false],
  ])('compares %s with 22.12', (version, expected) => expect(isAtLeast(version, '22.12')).toBe(expected));
});

describe('getBrowserPaths', () => {
  it('leaves out folders of Windows that are not set', () => {
    const paths = getBrowserPaths('win32', { PROGRAMFILES: 'C:/Programs' });
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) expect(path).toContain('Programs');
  });
});

describe('preflight.mjs', () => {
  it('passes in silence where the tests run', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--browser'], { encoding: 'utf8' });
    expect([status, stdout, stderr]).toEqual([0, '', '']);
  });

  it('fails with the complaint as its first line', () => {
    const { status, stderr } = spawnSync(process.execPath, [script, '--browser'], { encoding: 'utf8', env: { ...process.env, CHROMIUM: '/no/such/chrome' } });
    expect(status).toBe(1);
    expect(stderr.split('\n')[0]).toMatch(/^CHROMIUM is set to \/no\/such\/chrome/);
  });
});
