/** The parts of an MDX file, or what keeps it from having them. */
export type Frontmatter =
  | {
      readonly yaml: string /** Line on which the YAML begins. */;
      readonly firstLine: number /** The rest, with empty lines in place of the frontmatter: its positions are those of the file. */;
      readonly body: string;
    }
  | { readonly problem: 'missing' | 'unclosed' | 'bad-end'; readonly line: number };

/**
 * Takes an MDX file apart. Stricter than Astro, which also begins and ends the frontmatter at a line that only
 * starts with `---` and takes a file without frontmatter for one without fields.
 */
export function splitFrontmatter(text: string): Frontmatter {
  const lines = text.split('\n');
  if (lines[0]?.trimEnd() !== '---') return { problem: 'missing', line: 1 };
  const end = lines.findIndex((line, index) => index > 0 && line.startsWith('---'));
  if (end === -1) return { problem: 'unclosed', line: 1 };
  if (lines[end]?.trimEnd() !== '---') return { problem: 'bad-end', line: end + 1 };
  return { yaml: lines.slice(1, end).join('\n'), firstLine: 2, body: '\n'.repeat(end + 1) + lines.slice(end + 1).join('\n') };
}
