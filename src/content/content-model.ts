import { type ContentPath, type KindTable, parseContentPath } from './content-path.ts';
import { type DecodedSource, decodeSource } from './decode-source.ts';
import { type Frontmatter, splitFrontmatter } from './frontmatter.ts';
import { parseJson } from './json-source.ts';
import { type MdxBody, parseMdx } from './mdx-body.ts';
import type { ContentTree } from './read-tree.ts';
import { type LocatedData, parseYaml, type YamlProblem } from './yaml-source.ts';

/** A row of the locale table, as far as the content needs it. */
export interface LocaleInfo {
  readonly id: string;
  readonly lang: string;
  /** BCP-47 tag for Intl. */
  readonly format: string;
  readonly script: 'hebrew' | 'arabic' | 'latin';
  readonly published: boolean;
  /** The address forms of messages. */
  readonly forms: readonly string[];
}

/** What the pass must be told from outside, so that it is a function of its arguments alone. */
export interface ValidateOptions {
  readonly kinds: KindTable;
  readonly locales: readonly LocaleInfo[];
  /** The locale whose keys, placeholders and headings the others must have. */
  readonly referenceLocale: string;
  /** Today as YYYY-MM-DD. */
  readonly today: string;
  /** Parses a file, for whoever checks the same files many times and remembers what was parsed; else `parseFile()`. */
  readonly parse?: typeof parseFile;
}

/** A file of content/, parsed as far as it could be. */
export interface SourceFile extends DecodedSource {
  readonly path: string;
  readonly size: number;
  readonly is: ContentPath;
  readonly frontmatter?: Frontmatter;
  readonly problems: readonly YamlProblem[];
  /** Missing if the file could not be parsed, and then a fault says so. */
  readonly located?: LocatedData;
  readonly body?: MdxBody;
}

/** A thing of content/: a folder with a structure file and words. */
export interface Thing {
  readonly kind: string;
  readonly id: string;
  readonly structure?: SourceFile;
  /** By locale id. */
  readonly words: ReadonlyMap<string, SourceFile>;
}

/** All of content/, in an order that does not depend on the order of the tree. */
export interface ContentModel {
  readonly options: ValidateOptions;
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly things: readonly Thing[];
  /** By locale id. */
  readonly dictionaries: ReadonlyMap<string, SourceFile>;
  readonly publishedIds?: SourceFile;
}

/** Parses all files of the tree and puts those of one thing together. */
export function createContentModel(tree: ContentTree, options: ValidateOptions): ContentModel {
  const locales = options.locales.map(({ id }) => id);
  const paths = [...tree.keys()].sort();
  const parse = options.parse ?? parseFile;
  const files = new Map(paths.map((path) => [path, parse(path, tree.get(path) ?? '', parseContentPath(path, options.kinds, locales))]));
  const things = new Map<string, OpenThing>();
  const dictionaries = new Map<string, SourceFile>();
  let publishedIds: SourceFile | undefined;
  for (const file of files.values()) {
    const { is } = file;
    if (is.role === 'dictionary') dictionaries.set(is.locale, file);
    if (is.role === 'published-ids') publishedIds = file;
    if (is.role !== 'structure' && is.role !== 'words') continue;
    const key = `${is.kind} ${is.id}`;
    const thing: OpenThing = things.get(key) ?? { kind: is.kind, id: is.id, words: new Map() };
    things.set(key, thing);
    if (is.role === 'structure') thing.structure = file;
    else thing.words.set(is.locale, file);
  }
  return { options, files, things: [...things.values()], dictionaries, ...(publishedIds ? { publishedIds } : {}) };
}

/** The things of one kind. */
export function getThings(model: ContentModel, kind: string): Thing[] {
  return model.things.filter((thing) => thing.kind === kind);
}

/** Whether readers are shown the language without a fallback, so that its words must be complete. */
export function isPublished(model: ContentModel, locale: string): boolean {
  return model.options.locales.some((row) => row.id === locale && row.published);
}

/** A thing whose files are still being put together. */
interface OpenThing {
  readonly kind: string;
  readonly id: string;
  structure?: SourceFile;
  readonly words: Map<string, SourceFile>;
}

/** Parses a file as what its path makes it. */
export function parseFile(path: string, content: Uint8Array | string, is: ContentPath): SourceFile {
  const decoded = decodeSource(content);
  const file = { ...decoded, path, size: content.length, is };
  if (is.role === 'dictionary') return { ...file, ...parseJson(decoded.text) };
  if (is.role === 'words' && path.endsWith('.mdx')) {
    const frontmatter = splitFrontmatter(decoded.text);
    if ('problem' in frontmatter) return { ...file, frontmatter, problems: [] };
    return { ...file, frontmatter, ...parseYaml(frontmatter.yaml, frontmatter.firstLine), body: parseMdx(frontmatter.body) };
  }
  if (is.role === 'words' || is.role === 'structure' || is.role === 'published-ids') return { ...file, ...parseYaml(decoded.text) };
  return { ...file, problems: [] };
}
