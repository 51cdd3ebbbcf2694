import type { SourceFile } from './content-model.ts';
import type { FieldPattern } from './kind-rules.ts';
import type { DataPath } from './yaml-source.ts';

/** A value of a file and the way to it. */
export interface Selected<Value> {
  readonly path: DataPath;
  readonly value: Value;
}

/** The values of a file that a pattern leads to; none if the file did not parse or is built otherwise. */
export function selectValues(file: SourceFile | undefined, pattern: FieldPattern): Selected<unknown>[] {
  let found: Selected<unknown>[] = file?.located ? [{ path: [], value: file.located.data }] : [];
  for (const part of pattern) {
    found = found.flatMap(({ path, value }): Selected<unknown>[] => {
      if (part === '*') return getEntries(value).map(([key, inner]) => ({ path: [...path, key], value: inner }));
      return isRecord(value) && Object.hasOwn(value, part) ? [{ path: [...path, part], value: value[part] }] : [];
    });
  }
  return found;
}

/** As selectValues, texts only: what is of another type is a fault of the schema check and of no other. */
export function selectTexts(file: SourceFile | undefined, pattern: FieldPattern): Selected<string>[] {
  return selectValues(file, pattern).filter((selected): selected is Selected<string> => typeof selected.value === 'string');
}

/** Every text in a file, at any depth. */
export function selectAllTexts(file: SourceFile): Selected<string>[] {
  const found: Selected<string>[] = [];
  const open: Selected<unknown>[] = file.located ? [{ path: [], value: file.located.data }] : [];
  for (let next = open.pop(); next; next = open.pop()) {
    const { path, value } = next;
    if (typeof value === 'string') found.push({ path, value });
    else open.push(...getEntries(value).map(([key, inner]) => ({ path: [...path, key], value: inner })));
  }
  return found;
}

/** Whether `value` is an object with fields, as YAML maps are. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function getEntries(value: unknown): [PropertyKey, unknown][] {
  if (Array.isArray(value)) return value.map((inner, index) => [index, inner]);
  return isRecord(value) ? Object.entries(value) : [];
}
