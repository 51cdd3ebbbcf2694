import type { z } from 'astro/zod';
import type { ContentModel, SourceFile } from './content-model.ts';
import { getFieldPlace } from './fault-place.ts';
import { createFault, type Fault } from './faults.ts';
import { getFieldOutline } from './field-outline.ts';
import { getNearest } from './nearest.ts';
import { isRecord } from './select-values.ts';

type Issue = z.core.$ZodIssue;

/** Every structure and word file holds what the schema of its kind asks for (B02). */
export function checkSchemas(model: ContentModel): Fault[] {
  return [...model.files.values()].flatMap((file) => {
    if (!file.located || (file.is.role !== 'structure' && file.is.role !== 'words')) return [];
    const row = model.options.kinds[file.is.kind];
    const schema = file.is.role === 'structure' ? row?.structureSchema : row?.wordsSchema;
    return schema ? checkFile(file, schema, file.located.data) : [];
  });
}

function checkFile(file: SourceFile, schema: z.ZodType, data: unknown): Fault[] {
  const issues = schema.safeParse(data).error?.issues ?? [];
  const faults: Fault[] = [];
  const misspelt = new Set<string>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    const outline = getFieldOutline(schema, issue.path, data);
    const known = [...(outline?.fields.keys() ?? [])];
    const present = getValue(data, issue.path);
    const free = known.filter((name) => !(isRecord(present) && Object.hasOwn(present, name)));
    for (const key of issue.keys) {
      const nearest = getNearest(key, free) ?? getNearest(key, known);
      if (nearest !== undefined) misspelt.add([...issue.path, nearest].map(String).join('.'));
      faults.push(createFault('unknown-field', getFieldPlace(file, [...issue.path, key], 'key'), { known, ...(nearest === undefined ? {} : { nearest }) }));
    }
  }
  for (const issue of issues) {
    // A misspelt field is one fault, not also a missing one.
    const isMisspelt = misspelt.has(issue.path.map(String).join('.')) && getValue(data, issue.path) === undefined;
    if (issue.code !== 'unrecognized_keys' && !isMisspelt) faults.push(createFieldFault(file, schema, data, issue));
  }
  return faults;
}

function createFieldFault(file: SourceFile, schema: z.ZodType, data: unknown, issue: Issue): Fault {
  const value = getValue(data, issue.path);
  const about = getFieldOutline(schema, issue.path, data)?.about;
  const at = getFieldPlace(file, issue.path);
  if (value === undefined && issue.path.length > 0) return createFault('missing-field', at, { about: about ?? getAllowed(issue) });
  switch (issue.code) {
    case 'invalid_type':
      return createFault('wrong-type', at.field === undefined ? { ...at, field: 'the file' } : at, {
        expected: issue.expected,
        found: getType(value),
        value,
        about,
      });
    case 'invalid_value':
      return createFault('value-not-allowed', at, { value, allowed: issue.values, about, ...findNearest(value, issue.values) });
    case 'invalid_union': {
      const allowed = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
      return createFault('value-not-allowed', at, { value, allowed, about, ...findNearest(value, allowed) });
    }
    case 'invalid_key':
      return createFault(
        'bad-key',
        { ...at, ...file.located?.getPosition(issue.path, 'key') },
        { key: String(issue.path.at(-1)), rule: issue.issues[0]?.message ?? 'is not allowed' },
      );
    case 'invalid_format':
    case 'custom':
      return createFault('bad-format', at, { value, rule: issue.message, about });
    case 'too_small':
      if (issue.origin === 'string') return createFault('empty-field', at, { about });
      if (issue.origin === 'array')
        return createFault('too-few', at, { count: Array.isArray(value) ? value.length : 0, minimum: Number(issue.minimum), about });
      return createFault('out-of-range', at, { value, rule: `at least ${issue.minimum}`, about });
    case 'too_big':
      if (issue.origin === 'string') return createFault('too-long', at, { length: String(value).trim().length, maximum: Number(issue.maximum), about });
      return createFault('out-of-range', at, { value, rule: `at most ${issue.maximum}`, about });
    default:
      return createFault('schema', at, { said: issue.message });
  }
}

function getAllowed(issue: Issue): string | undefined {
  const allowed = issue.code === 'invalid_value' ? issue.values : issue.code === 'invalid_union' && 'options' in issue ? issue.options : undefined;
  return Array.isArray(allowed) ? `one of ${allowed.map((option) => `\`${String(option)}\``).join(', ')}` : undefined;
}

function findNearest(value: unknown, allowed: readonly unknown[]): { nearest?: string } {
  const nearest = getNearest(String(value), allowed.map(String));
  return nearest === undefined ? {} : { nearest };
}

function getValue(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

function getType(value: unknown): string {
  if (value === null) return 'null';
  if (value instanceof Date) return 'date';
  return Array.isArray(value) ? 'array' : typeof value;
}
