import { z } from 'astro/zod';
import { isRecord } from './select-values.ts';
import type { DataPath } from './yaml-source.ts';

/** What a schema says about one field. */
export interface FieldOutline {
  readonly about: string | undefined;
  readonly type: string | undefined;
  /** Names of the fields below it, if it has fixed ones. */
  readonly fields: ReadonlyMap<string, FieldOutline>;
  /** Which of them must be there. */
  readonly required: readonly string[];
  /** Whether the names below it are free (a record). */
  readonly isRecord: boolean;
}

/**
 * What the schema says about the field at `path` (the whole file for []), or undefined if it knows no such field.
 * Of a union the branch whose literal fields agree with `data` is taken.
 */
export function getFieldOutline(schema: z.ZodType, path: DataPath, data?: unknown): FieldOutline | undefined {
  let node: unknown = getJsonSchema(schema);
  let value = data;
  for (const part of path) {
    const branch = chooseBranch(node, value);
    if (!isRecord(branch)) return undefined;
    const properties = isRecord(branch['properties']) ? branch['properties'] : {};
    node = typeof part === 'number' ? branch['items'] : Object.hasOwn(properties, part) ? properties[String(part)] : branch['additionalProperties'];
    value = isRecord(value) && Object.hasOwn(value, part) ? value[String(part)] : Array.isArray(value) ? value[Number(part)] : undefined;
  }
  return createOutline(chooseBranch(node, value));
}

const jsonSchemas = new WeakMap<z.ZodType, unknown>();

function getJsonSchema(schema: z.ZodType): unknown {
  // As JSON Schema, a schema can be read through its public, documented form instead of zod's inner one.
  const known = jsonSchemas.get(schema) ?? z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  jsonSchemas.set(schema, known);
  return known;
}

function chooseBranch(node: unknown, data: unknown): unknown {
  const branches = isRecord(node) ? (node['oneOf'] ?? node['anyOf']) : undefined;
  if (!Array.isArray(branches)) return node;
  const fits = (branch: unknown): boolean =>
    isRecord(branch) &&
    isRecord(branch['properties']) &&
    Object.entries(branch['properties']).every(([key, field]) => !isRecord(field) || !('const' in field) || (isRecord(data) && data[key] === field['const']));
  return branches.find(fits);
}

function createOutline(node: unknown): FieldOutline | undefined {
  if (!isRecord(node)) return undefined;
  const properties = isRecord(node['properties']) ? node['properties'] : {};
  const fields = Object.entries(properties).map(([name, field]): [string, FieldOutline] => [name, createOutline(field) ?? emptyOutline]);
  return {
    about: typeof node['description'] === 'string' ? node['description'] : undefined,
    type: typeof node['type'] === 'string' ? node['type'] : undefined,
    fields: new Map(fields),
    required: Array.isArray(node['required']) ? node['required'].filter((name) => typeof name === 'string') : [],
    isRecord: isRecord(node['additionalProperties']),
  };
}

const emptyOutline: FieldOutline = { about: undefined, type: undefined, fields: new Map(), required: [], isRecord: false };
