import type { FactKind } from './fact-kinds.ts';
import type { ChangeRow } from './fill-slots.ts';

/**
 * What a reader has entered, by key: `fact:<id>`, in the client's language `fact:<id>:<locale>`; besides, the answers to
 * the questions about the law `gate:<question>`, the address form in each language `form:<locale>`, and the client's
 * language `client-language`. A list is JSON.
 */
export type Entries = ReadonlyMap<string, string>;

/** A fact as the form asks for it. */
export interface AskedFact {
  readonly id: string;
  readonly slot: string;
  readonly kind: FactKind;
  readonly past: boolean;
  /** What it is called in the reader's language. */
  readonly title: string;
}

/** Rows from what is stored; anything else is none. */
export function parseRows(stored: string | undefined): ChangeRow[] {
  try {
    const rows: unknown = JSON.parse(stored || '[]');
    if (!Array.isArray(rows)) return [];
    return rows.map((row: Partial<Record<keyof ChangeRow, unknown>> | null) => ({
      what: toText(row?.what),
      since: toText(row?.since),
      checkedBy: toText(row?.checkedBy),
    }));
  } catch {
    return [];
  }
}

function toText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
