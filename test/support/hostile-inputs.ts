/**
 * Odd and hostile inputs for tests of whatever takes words, ids, links or stored state from outside.
 * Every kind has a name, so that a failing test says which one it was.
 */

/** What a person, or a page that fills the form for them, may put into a field. */
export const TEXTS: Readonly<Record<string, string>> = {
  // Nothing, blanks, line ends, controls
  empty: '',
  blanks: ' \t\u00a0\u2003',
  lineFeed: 'a\nb',
  carriageReturnLineFeed: 'a\r\nb',
  carriageReturn: 'a\rb',
  unicodeLineEnds: 'a\u2028b\u2029c',
  nul: 'a\u0000b',
  controls: 'a\u0001\u0007\u001b[31mb\u007f',

  // Length
  long: 'a'.repeat(100_000),
  longWord: 'נ'.repeat(5_000),
  manyLines: 'line\n'.repeat(10_000),
  combiningPile: `a${'\u0301'.repeat(500)}`,

  // Markup, scripts and templates
  script: '<script>window.__pwn=1</script>',
  image: '<img src=x onerror=window.__pwn=1>',
  vector: '<svg/onload=window.__pwn=1>',
  doubleQuotedAttribute: '" onmouseover="window.__pwn=1',
  singleQuotedAttribute: "' autofocus onfocus='window.__pwn=1",
  closingTags: '</textarea></title></style></script><b>x',
  entities: '&lt;b&gt;&amp;&#x202E;',
  scriptAddress: 'javascript:window.__pwn=1',
  dataAddress: 'data:text/html,<script>1</script>',
  markdown: '[x](javascript:1) ![](https://evil.example/x) **b**',
  mdx: '{globalThis.__pwn=1} <Nope/> export const a=1',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholders of many template languages, one beside the other
  placeholders: "{{name}} {name} ${name} %s %n %(x)s {0} __NAME__ $& $1 $` $'",
  nestedTranslation: '$t(common.title) {{- html}} {{name, uppercase}}',
  prototype: '__proto__',
  constructorPath: 'constructor.prototype.x',
  query: "'; DROP TABLE x;--",
  formula: '=HYPERLINK("http://evil.example","x")',
  parentPath: '../../etc/passwd',
  brokenPercent: '%E0%A4%A %00 %u202E %',
  address: 'https://example.org/?a=1&b=2#c',

  // Direction
  rightToLeftOverride: '\u202egnp.exe',
  leftToRightOverride: '\u202dabc',
  rightToLeftEmbedding: '\u202babc',
  unclosedIsolate: '\u2067abc',
  strayIsolateEnd: 'abc\u2069',
  directionMarks: '\u200eabc\u200f\u061c',
  mixedDirections: 'שלום Bob (12:30) — see §3',
  hebrewWithNumber: 'טלפון 050-123-4567',
  phone: '+972-50-123-4567',
  arabicDigits: '٠٥٠١٢٣٤٥٦٧',
  markedPercent: '\u200e50%\u200e מהזמן',
  addressInHebrew: 'ראו https://example.org/x?y=1 כאן',

  // Letters with more than one form
  niqqud: 'שָׁלוֹם',
  tashkeel: 'السَّلَامُ عَلَيْكُمْ',
  presentationForms: '\ufb2a\ufb49\ufefb',
  geresh: 'צה״ל ג׳ירפה',
  maqaf: 'בית־ספר',
  tatweel: 'مـــرحبا',
  alefs: 'أإآٱا',
  yaas: 'على علي',
  decomposed: 'cafe\u0301 e\u0300',
  composed: 'caf\u00e9 \u00e8',
  homoglyphs: 'раураl',
  fullWidth: 'ｊａｖａ',
  turkish: 'İIıi',
  german: 'ß ẞ ﬁ',
  apostrophes: "l'uomo l’uomo lʼuomo",
  quotationMarks: '«a» “b” „c‟ ״ד״',
  dashes: '- – — − ־',

  // Characters of several code units, unseen and unassigned ones
  joinedEmoji: '👩‍👩‍👧‍👦 🏳️‍🌈',
  flags: '🇮🇱🇮🇹🇵🇸',
  skinTone: '👍🏽',
  highSurrogate: '\ud83d',
  lowSurrogate: '\ude00x',
  byteOrderMark: '\ufeffabc',
  zeroWidth: 'a\u200bb\u200cc\u200dd\u2060e',
  tags: '\u{e0041}\u{e007f}',
  privateUse: '\ue000\u{10ffff}',
  softHyphen: 'cyber\u00adsecurity',
  oghamSpace: '\u1680',
  ideographs: '漢字 かな 한글',
  tamil: 'நி',
  mathematical: '𝒜𝔅ℂ',
  ideographicSpace: 'a\u3000b',
};

/** Ids as no author writes them. */
export const IDS: readonly string[] = [
  ...['', ' ', 'a', '1', 'step-1', 'STEP-1', 'step 1', 'step_1', '../x'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'then', 'length'],
  ...['0', '-1', 'NaN', 'null', 'undefined'],
  ...['שלב', 'خطوة', 'étape', 'e\u0301tape', '😀'],
  ...['a'.repeat(300), 'a'.repeat(100_000)],
  ...['<b>', '"', "'", ',', ';', '.', '~', '%', '%2C', '#', '?', '&', '\n', '\u0000', '\u202e'],
  ...['a,b', 'a.b', 'a/b'],
];

/** What may lie in storage under a key of ours. */
export const STORED: readonly string[] = [
  ...['', ' ', '{', '}', '\u0000', '\ud800', 'a'.repeat(2_000_000), '<script>window.__pwn=1</script>'],
  ...['null', 'undefined', 'true', '0', '-1', '1e309', '"x"', '[]', '[[[[', '{}'],
  ...['{"v":0}', '{"v":1}', '{"v":"1"}', '{"v":999}', '{"v":null}', '\ufeff{"v":1}'],
  ...['{"v":1,"done":null}', '{"v":1,"done":"all"}', '{"v":1,"done":[1,2,3]}', `{"v":1,"done":${'['.repeat(20_000)}`],
  ...['{"v":1,"t":"not a date"}', '{"v":1,"t":8640000000000001}'],
  ...['{"v":1,"done":{"__proto__":true}}', '{"__proto__":{"pwn":1}}', '{"constructor":{"prototype":{"pwn":1}}}'],
];

/**
 * A good link as it may arrive: cut, altered, doubled, encoded again, too long, of another version.
 *
 * @param good an absolute address with its state in the fragment, or else in the query
 * @returns addresses by the name of the damage: 11 cuts, 11 altered characters, 35 others
 */
export function damageLink(good: string): Record<string, string> {
  const mark = good.includes('#') ? '#' : '?';
  const split = good.indexOf(mark) + 1;
  const [front, state] = [good.slice(0, split), good.slice(split)];
  const put = (changed: string) => front + changed;
  const insert = (index: number, added: string) => put(state.slice(0, index) + added + state.slice(index));
  const places = Array.from({ length: 11 }, (_, index) => Math.floor((state.length * index) / 11));
  return {
    ...Object.fromEntries(places.map((place) => [`cut at ${place}`, put(state.slice(0, place))])),
    ...Object.fromEntries(places.map((place) => [`altered at ${place}`, put(alter(state, place))])),

    // What mail and chat programs do
    doubled: put(`${state}&${state}`),
    doubledMark: good + mark + state,
    upperCase: put(state.toUpperCase()),
    lowerCase: put(state.toLowerCase()),
    encoded: put(encodeURIComponent(state)),
    encodedTwice: put(encodeURIComponent(encodeURIComponent(state))),
    plusForSpace: put(state.replaceAll('%20', '+')),
    trailingDot: `${good}.`,
    trailingBracket: `${good})`,
    trailingComma: `${good},`,
    trailingQuote: `${good}"`,
    angleBrackets: `<${good}>`,
    lineBroken: insert(40, '%0D%0A'),
    spaceInside: insert(10, '%20'),
    zeroWidthInside: insert(10, '%E2%80%8B'),
    directionMark: put(`%E2%80%8F${state}`),
    tracking: front.includes('?') ? put(`utm_source=x&fbclid=y&${state}`) : `${front.slice(0, -1)}?utm_source=x&fbclid=y${mark}${state}`,

    // What nobody sends by mistake
    invalidUtf8: put(`${state}%FF%FE`),
    lonePercent: put(`${state}%`),
    nul: put(`${state}%00`),
    asterisks: put(state.replace(/[A-Za-z0-9]/g, '*')),
    megabyte: put(state + 'A'.repeat(1_000_000)),
    manyKeys: put(Array.from({ length: 20_000 }, (_, index) => `k${index}=1`).join('&')),
    prototypeKeys: put(`__proto__[pwn]=1&constructor.prototype.pwn=1&${state}`),
    script: put(state + encodeURIComponent('<script>window.__pwn=1</script>')),
    image: put(encodeURIComponent('<img src=x onerror=window.__pwn=1>')),
    newerVersion: put(state.replace(/\d+/, '2999')),
    negativeVersion: put(state.replace(/\d+/, '-1')),
    endlessVersion: put(state.replace(/\d+/, '1e309')),
    prototypeJson: put(toBase64Url('{"__proto__":{"pwn":1},"v":1}')),
    deepJson: put(toBase64Url('['.repeat(50_000))),
    hugeJson: put(toBase64Url(JSON.stringify({ v: 1, s: Array.from({ length: 50_000 }, (_, index) => `step-${index}`) }))),
    wrongTypesJson: put(toBase64Url('{"v":"1","s":{"0":true},"t":null}')),
    numberJson: put(toBase64Url('5')),
    nullJson: put(toBase64Url('null')),
  };
}

/** With the lowest bit of one character flipped. */
function alter(text: string, index: number): string {
  return text.slice(0, index) + String.fromCharCode(text.charCodeAt(index) ^ 1) + text.slice(index + 1);
}

/** Of ASCII. Without Node, because tests in a browser read this file too. */
function toBase64Url(text: string): string {
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
