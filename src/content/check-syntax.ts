import type { ContentModel, SourceFile } from './content-model.ts';
import { getFilePlace } from './fault-place.ts';
import { createFault, type Fault } from './faults.ts';
import { getExcerpt } from './position.ts';

/** Every file is UTF-8 without a byte-order mark, and its YAML, JSON and frontmatter can be read (B01, B20). */
export function checkSyntax(model: ContentModel): Fault[] {
  return [...model.files.values()].flatMap((file) => {
    if (file.is.role === 'image') return [];
    const faults: Fault[] = [];
    if (!file.isUtf8) faults.push(createFault('not-utf8', getFilePlace(file)));
    if (file.hasByteOrderMark) faults.push(createFault('byte-order-mark', getFilePlace(file, { line: 1, column: 1 })));
    return [...faults, ...checkFrontmatter(file), ...checkProblems(file)];
  });
}

function checkFrontmatter(file: SourceFile): Fault[] {
  if (!file.frontmatter || !('problem' in file.frontmatter)) return [];
  const { problem, line } = file.frontmatter;
  const at = getFilePlace(file, { line, column: 1 });
  const read = getExcerpt(file.text, line);
  if (problem === 'unclosed') return [createFault('frontmatter-unclosed', at)];
  return [createFault(problem === 'missing' ? 'frontmatter-missing' : 'frontmatter-end', at, { read })];
}

function checkProblems(file: SourceFile): Fault[] {
  const code = file.is.role === 'dictionary' ? 'json-syntax' : 'yaml-syntax';
  return file.problems.map(({ problem, position, detail, first }) =>
    createFault(code, getFilePlace(file, position), { problem, detail, read: getExcerpt(file.text, position.line), ...(first ? { first: first.line } : {}) }),
  );
}
