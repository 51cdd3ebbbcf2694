import fc from 'fast-check';
import { type Case, type Casebook, emptyCasebook, type Field, LATEST, setFields } from '../../src/checklists/casebook.ts';
import { parseCasebook } from '../../src/checklists/casebook-format.ts';

/** How often a property is tried. */
export const numRuns = process.env['FULL'] ? 100_000 : 200;

/** Long enough for all of them. */
export const timeout = process.env['FULL'] ? 1_800_000 : 60_000;

/** A moment of these days, in tenths of a second. */
export const now = 17_950_000_000;

/** Moments as clocks give them, right or wrong, up to the last that can be stored. */
export const times = [0, 1, 5, now, now + 1, 40_709_088_000, 86_400_000_000_000, LATEST - 1, LATEST];

const oddIds = [
  'no-but',
  'said-we',
  'a',
  'x'.repeat(60),
  '__proto__',
  'constructor',
  'toString',
  'length',
  '0',
  '10',
  'צעד',
  '',
  '\ud83d',
  'a b"\\\u0000',
  '😀',
];

const anyId = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...oddIds) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) });
export const anyTime = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...times) }, { weight: 1, arbitrary: fc.integer({ min: 0, max: LATEST }) });
const anyText = fc.oneof(fc.constantFrom('', 'a', 'b', 'שלום', '\ud800', '__proto__'), fc.string({ unit: 'binary', maxLength: 12 }));
export const anyState = fc.constantFrom('open', 'done', 'not-applicable');

/** The name of a field and a value that it may have. */
export const anyField: fc.Arbitrary<[string, string]> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(anyId, anyState).map(([id, state]): [string, string] => [`state:${id}`, state]) },
  { weight: 2, arbitrary: fc.tuple(anyId, anyText).map(([id, text]): [string, string] => [`note:${id}`, text]) },
  { weight: 1, arbitrary: fc.constantFrom('here', 'archived', 'deleted', 'erased').map((place): [string, string] => ['place', place]) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom('name', 'start:ninety-days', 'sequence:ninety-days', 'mood', '__proto__'), anyText) },
);

/** A case as a browser could hold it. */
export const anyCase: fc.Arbitrary<Case> = fc
  .record({
    fields: fc.array(fc.tuple(anyField, anyTime), { maxLength: 8 }),
    erased: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: anyTime.map((time) => Math.min(time, LATEST - 1)) }),
  })
  .map(({ fields, erased }) => {
    const kept = fields.filter(([, at]) => at > erased);
    return { fields: new Map(kept.map(([[name, value], at]) => [name, [value, at] as const])), erased };
  });

/** A casebook as a browser could hold it. */
export const anyCasebook: fc.Arbitrary<Casebook> = fc.record({
  cases: fc
    .array(fc.tuple(fc.oneof(fc.constantFrom('first', 'first.2', 'q1', 'q2', '__proto__'), anyId), anyCase), { maxLength: 4 })
    .map((cases) => new Map(cases)),
  current: fc.tuple(fc.constantFrom('', 'first', 'q1', '__proto__'), anyTime),
  origin: fc.constantFrom('', 'k3x9m2', 'b7', 'zz'),
});

/** A casebook with these fields of cases, set one after the other. */
export function createCasebook(cases: Record<string, Partial<Record<Field, string>>>, at = now): Casebook {
  return Object.entries(cases).reduce<Casebook>(
    (casebook, [id, fields]) => setFields(casebook, id, Object.entries(fields) as [Field, string][], at),
    emptyCasebook,
  );
}

/** A stored casebook, which must be whole. */
export function read(stored: string | null | undefined): Casebook {
  const { kind, casebook } = parseCasebook(stored ?? null);
  if (kind === 'damaged') throw new Error(`Read as damaged: ${stored?.slice(0, 200)}`);
  return casebook;
}

/** What a reader sees of a casebook: every field's value, by case. */
export function getValues({ cases }: Casebook): Record<string, Record<string, string>> {
  return Object.fromEntries([...cases].map(([id, { fields }]) => [id, Object.fromEntries([...fields].map(([name, [value]]) => [name, value]))]));
}

/** What every object has, to see that no input has changed it. */
export function getPrototypeState(): unknown {
  return [Object.getOwnPropertyNames(Object.prototype).join(), Object.getOwnPropertyNames(Array.prototype).join(), ({} as Record<string, unknown>)['pwn']];
}
