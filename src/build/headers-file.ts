/**
 * Reads the `_headers` file of Netlify and Cloudflare: a path pattern at the start of a line, below it indented
 * `Name: value` lines. `*` stands for any characters, `:word` for one segment, `#` starts a comment line.
 * @throws on a header line that belongs to no path or has no colon, naming the line
 */
export function parseHeadersFile(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    if (!/^\s/.test(line)) {
      rules.push({ pattern: createPattern(line.trim()), headers: [] });
      continue;
    }
    const [, name, value] = /^\s+([^\s:]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
    const rule = rules.at(-1);
    if (!name || value === undefined || !rule)
      throw new Error(`_headers, line ${index + 1}: “${line.trim()}” is not an indented \`Name: value\` below a path.`);
    rule.headers.push([name.toLowerCase(), value]);
  }
  return rules;
}

/** The headers for `path`, such as `/en/`. A name that several rules give is joined with a comma, as hosts do. */
export function getHeaders(rules: readonly HeaderRule[], path: string): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of rules.filter((rule) => rule.pattern.test(path)).flatMap((rule) => rule.headers)) {
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  return headers;
}

function createPattern(path: string): RegExp {
  const source = path.split(/(\*|:[A-Za-z]\w*)/).map((part) => {
    if (part === '*') return '.*';
    return /^:[A-Za-z]/.test(part) ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${source.join('')}$`);
}

export interface HeaderRule {
  readonly pattern: RegExp;
  readonly headers: [name: string, value: string][];
}
