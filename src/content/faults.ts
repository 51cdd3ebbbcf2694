import { bodyFaults } from './fault-kinds-bodies.ts';
import { fieldFaults } from './fault-kinds-fields.ts';
import { fileFaults } from './fault-kinds-files.ts';
import { interfaceFaults } from './fault-kinds-interface.ts';
import { messageFaults } from './fault-kinds-messages.ts';
import { textFaults } from './fault-kinds-texts.ts';
import { thingFaults } from './fault-kinds-things.ts';
import { type FaultKindTable, formatCount, type Place, type Wording } from './fault-wording.ts';

/**
 * The one registry of what can be wrong with the content: code → the function that makes message and hint.
 * The rows stand in fault-kinds-*.ts, a file for each concern.
 */
export const faultKinds = {
  ...fileFaults,
  ...fieldFaults,
  ...thingFaults,
  ...bodyFaults,
  ...messageFaults,
  ...textFaults,
  ...interfaceFaults,
} as const satisfies FaultKindTable;

export type FaultCode = keyof typeof faultKinds;

/** Something wrong with the content, in words for the person who wrote it. */
export interface Fault {
  readonly code: FaultCode;
  /** Relative to the project; for a missing file, the file to make. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly locale?: string;
  readonly field?: string;
  /** What is so and what was expected. */
  readonly message: string;
  /** What to do. */
  readonly hint: string;
  readonly severity: 'error' | 'warning';
}

/** Makes the fault `code` at a place; some codes ask for details, which their function words. */
export function createFault<Code extends FaultCode>(code: Code, ...[at, details]: Parameters<(typeof faultKinds)[Code]>): Fault {
  // Within the registry each function takes details of its own; that they fit `code` is what the signature above says.
  const word = faultKinds[code] as (at: Place, details: unknown) => Wording;
  const { of: _, ...place } = at;
  return { code, ...place, severity: 'error', ...word(at, details) };
}

/** Sorts by file, line and column; what then is equal by its words, so that the order never depends on how it was found. */
export function sortFaults(faults: readonly Fault[]): Fault[] {
  return faults.toSorted(
    (a, b) =>
      compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0) || compare(a.code, b.code) || compare(a.message, b.message),
  );
}

/** All faults as text for a terminal, one paragraph each, with their count at the end; empty if there are none. */
export function formatFaults(faults: readonly Fault[]): string {
  if (faults.length === 0) return '';
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  const counts = [...(errors ? [formatCount(errors, 'fault')] : []), ...(errors < faults.length ? [formatCount(faults.length - errors, 'warning')] : [])];
  return `${faults.map(formatFault).join('\n\n')}\n\n${counts.join(' and ')} in content/.`;
}

function formatFault(fault: Fault): string {
  const place = [fault.file, fault.line, fault.line === undefined ? undefined : fault.column].filter((part) => part !== undefined).join(':');
  const where = [fault.locale, fault.field].filter((part) => part !== undefined).join(', ');
  const lines = [`${place}${where && ` (${where})`}${fault.severity === 'warning' ? ' – warning' : ''}`, `  ${fault.message}`, `  ${fault.hint}`];
  return lines.join('\n');
}

function compare(a: string, b: string): number {
  // Not localeCompare, which another machine may do otherwise.
  return a < b ? -1 : a > b ? 1 : 0;
}
