/** The inline code of a page, byte for byte, in its order. */
export interface InlineCode {
  readonly styles: readonly string[];
  /** Only what runs: data blocks such as JSON-LD do not. */
  readonly scripts: readonly string[];
}

/** A start tag as it stands in the source of a page, with what is between it and its end if that is code. */
export interface SourceTag {
  /** In lower case. */
  readonly name: string;
  /** The attributes as they are written. */
  readonly attributes: string;
  /** Of a style or script; empty otherwise. */
  readonly code: string;
  /** Where the start tag ends. */
  readonly end: number;
}

/** The inline styles and scripts of a page, those inside templates too: script may put them into the page. */
export function getInlineCode(html: string): InlineCode {
  const tags = [...getSourceTags(getRelevantPart(html))];
  return {
    styles: tags.filter(({ name }) => name === 'style').map(({ code }) => code),
    scripts: tags.filter(isInlineScript).map(({ code }) => code),
  };
}

/**
 * The start tags of well-formed HTML, in its order, none of those in comments, attributes or code. A parser would say
 * the same of the pages that Astro writes, and takes ten times as long over their styles.
 */
export function* getSourceTags(html: string): Generator<SourceTag> {
  const attributes = `[^>"']*(?:(?:"[^"]*"|'[^']*')[^>"']*)*`;
  const anyTag = new RegExp(`<!--.*?-->|<(style|script)(?![\\w-])(${attributes})>(.*?)</\\1\\s*>|<([a-z][\\w-]*)(${attributes})>`, 'gis');
  for (const { 0: whole, 1: codeTag, 2: ofCode = '', 3: code = '', 4: tag, 5: ofTag = '', index } of html.matchAll(anyTag)) {
    if (codeTag) yield { name: codeTag.toLowerCase(), attributes: ofCode, code, end: index + `<${codeTag}${ofCode}>`.length };
    else if (tag) yield { name: tag.toLowerCase(), attributes: ofTag, code: '', end: index + whole.length };
  }
}

/** What has to be read to find inline code: the head alone, unless the body holds some too. Most of a page is body. */
function getRelevantPart(html: string): string {
  const end = html.indexOf('</head>');
  return end < 0 || /<style|<script(?![^>]*\ssrc=)/i.test(html.slice(end)) ? html : html.slice(0, end);
}

function isInlineScript({ name, attributes }: SourceTag): boolean {
  if (name !== 'script' || /\ssrc\s*=/i.test(attributes)) return false;
  const [, double, single, bare = ''] = /\stype\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))/i.exec(attributes) ?? [];
  return /^(|module|(text|application)\/(java|ecma)script)$/i.test((double ?? single ?? bare).trim());
}
