import { askForNearest, type FaultKindTable, type Place, quote, quoteAll, type Wording } from './fault-wording.ts';

/** Faults of files as files: their bytes, names and syntax. */
export const fileFaults = {
  'not-utf8': (at: Place): Wording => ({
    message: `${at.of} is not UTF-8; some of its bytes are no characters.`,
    hint: 'Save the file as UTF-8 in your editor and look at the letters again.',
  }),
  'byte-order-mark': (at: Place): Wording => ({
    message: `${at.of} begins with an invisible byte-order mark (U+FEFF).`,
    hint: 'Save the file as “UTF-8”, not as “UTF-8 with BOM”.',
  }),
  'yaml-syntax': (at: Place, { problem, detail, read, first }: { problem: string; detail: string; read: string; first?: number }): Wording => {
    const explain = yamlProblems[problem];
    const [what, todo] = explain
      ? explain(detail, first)
      : [`The YAML cannot be read: ${endSentence(detail)}`, 'Write each field as `name: value`; put a value with signs such as : # [ { in single quotes.'];
    return { message: `${at.of}: ${what} The line reads ${quote(read)}.`, hint: todo };
  },
  'json-syntax': (at: Place, { problem, detail, read, first }: { problem: string; detail: string; read: string; first?: number }): Wording =>
    problem === 'duplicate-key'
      ? { message: `${at.of} has the key ${quote(detail)} twice${first ? `, first on line ${first}` : ''}.`, hint: 'Remove one of the two.' }
      : {
          message: `${at.of}: the JSON cannot be read: ${endSentence(detail)} The line reads ${quote(read)}.`,
          hint: 'Write each line as "key": "text", with straight double quotes and a comma after every line but the last.',
        },
  'frontmatter-missing': (at: Place, { read }: { read: string }): Wording => ({
    message: `${at.of} does not begin with its fields: the first line must be ---, and it reads ${quote(read)}.`,
    hint: 'Put a line --- before the first field and another after the last.',
  }),
  'frontmatter-unclosed': (at: Place): Wording => ({
    message: `${at.of} has no second line --- to end its fields.`,
    hint: 'Put a line --- after the last field, before the text.',
  }),
  'frontmatter-end': (at: Place, { read }: { read: string }): Wording => ({
    message: `${at.of}: the line that ends the fields must be --- and nothing else; it reads ${quote(read)}.`,
    hint: 'Shorten the line to ---; if it belongs to a text, begin it otherwise.',
  }),
  'file-name': (_: Place, { name, problem, expected }: { name: string; problem: string; expected: string }): Wording => ({
    message: `The name ${quote(name)} ${problem}. Names in content/ are lower-case ASCII, because not every system tells others apart.`,
    hint: `Rename it to ${quote(expected)}.`,
  }),
  'names-differ-by-case': (at: Place, { other }: { other: string }): Wording => ({
    message: `${quote(at.file)} and ${quote(other)} differ only in upper and lower case, so macOS and Windows keep only one of them.`,
    hint: 'Remove or rename one of the two.',
  }),
  'folder-name': (_: Place, { id, problem, expected }: { id: string; problem: string; expected: string }): Wording => ({
    message: `The folder name ${quote(id)} is an id, and an id ${problem}.`,
    hint: expected ? `Rename the folder, for example to ${quote(expected)}.` : 'Rename the folder.',
  }),
  'unknown-folder': (_: Place, { folder, known, nearest }: { folder: string; known: readonly string[]; nearest?: string }): Wording => ({
    message: `content/ has no place for a folder ${quote(folder)}.${askForNearest(nearest)}`,
    hint: `Move its files into one of ${quoteAll(known, 'or')}.`,
  }),
  'unknown-file': (at: Place, { nearest }: { nearest?: string }): Wording => ({
    message: `Nothing reads the file ${quote(at.file)}.${askForNearest(nearest)}`,
    hint: nearest ? `Rename it to ${quote(nearest)} or remove it.` : 'Remove it, or move it out of content/. What belongs where is said in content/README.md.',
  }),
  'wrong-ending': (at: Place, { expected }: { expected: string }): Wording => ({
    message: `${quote(at.file)} has the wrong ending for its kind.`,
    hint: `Rename it to ${quote(expected)}.`,
  }),
  'unknown-locale': (_: Place, { stem, known, expected }: { stem: string; known: readonly string[]; expected?: string }): Wording => ({
    message: `${quote(stem)} is not the code of a language of this site. Known: ${quoteAll(known)}.`,
    hint: expected ? `Rename the file to ${quote(expected)}.` : 'Rename the file, or add the language to src/i18n/locales.ts.',
  }),
  'check-failed': (_: Place, { check, reason }: { check: string; reason: string }): Wording => ({
    message: `The check ${quote(check)} could not finish: ${quote(reason)}.`,
    hint: 'Mend the other faults first; if it stays, this is a defect in src/content/.',
  }),
} as const satisfies FaultKindTable;

/** What the problems of yaml-source.ts mean and how to write it instead. */
const yamlProblems: Readonly<Record<string, (detail: string, first?: number) => [string, string]>> = {
  'unclosed-quote': () => [
    'a quotation mark that opens here is never closed.',
    'Close it at the end of the value, or leave both marks out: most values need none.',
  ],
  tab: () => ['a tab stands where spaces are expected.', 'Indent with two spaces.'],
  'duplicate-key': (key, first) => [`the field ${quote(key)} stands here a second time${first ? `, after line ${first}` : ''}.`, 'Remove one of the two.'],
  colon: () => ['a second colon and space make this two fields in one line.', "Put the value in single quotes: title: 'One thing: another'."],
  alias: (detail) => [
    `${quote(`*${detail}`)} refers to another value, and content/ repeats nothing.`,
    'Put the value in single quotes if it is meant to begin with *.',
  ],
  'reserved-start': () => ['a value cannot begin with @ or ` in YAML.', 'Put the value in single quotes.'],
  'reserved-key': (key) => [`${quote(key)} cannot be the name of a field.`, 'Choose another name.'],
  indent: (detail) => [
    `the line is indented otherwise than its place asks. ${endSentence(detail)}`,
    'Close every [ and { on its line and indent the fields of one level alike.',
  ],
};

function endSentence(text: string): string {
  return `${text.replace(/[.\s]+$/u, '')}.`;
}
