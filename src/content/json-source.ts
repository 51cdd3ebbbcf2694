import { getPositionAt, type Position } from './position.ts';
import { type LocatedData, parseYaml, type YamlProblem } from './yaml-source.ts';

/**
 * Parses strict JSON. Never throws; `located` is there only if there are no problems.
 * YAML would let comments, single quotes and trailing commas pass, so `JSON.parse` decides and YAML gives the places.
 */
export function parseJson(text: string): { located?: LocatedData; problems: YamlProblem[] } {
  const asYaml = parseYaml(text);
  try {
    JSON.parse(text);
    return asYaml;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const detail = said.replace(/ in JSON at position.*$|, (\.\.\.)?".*$/su, '');
    return { problems: [{ problem: 'other', detail, position: getPositionOf(said, text, asYaml.problems[0]?.position) }] };
  }
}

/** V8 names the position in most messages; in the others it shows the text from ten characters before the fault. */
function getPositionOf(said: string, text: string, fallback: Position | undefined): Position {
  const offset = /at position (\d+)/u.exec(said)?.[1];
  if (offset) return getPositionAt(text, Number(offset));
  const shown = /^Unexpected token .+, \.\.\."(.*)"(?:\.\.\.)? is not valid JSON$/su.exec(said)?.[1];
  const start = shown ? text.indexOf(shown) : -1;
  if (start !== -1) return getPositionAt(text, start + 10);
  return fallback ?? getPositionAt(text, said.includes('end of JSON') ? text.trimEnd().length : 0);
}
