import type { FactKind } from './fact-kinds.ts';
import type { Template } from './template.ts';

/** What stands in a slot: a value, clean and formatted for the language of the text, or the name of the slot where there is none. */
export interface SlotValue {
  readonly kind: FactKind;
  /** The value, or what to show in its place. */
  readonly value: string;
  readonly filled: boolean;
  /** Of a list: its rows. */
  readonly rows?: readonly ChangeRow[];
}

/** A change: what, since when, checked by whom. */
export interface ChangeRow {
  readonly what: string;
  readonly since: string;
  readonly checkedBy: string;
}

export type FilledPart = { readonly text: string } | FilledSlot;

export interface FilledSlot extends SlotValue {
  readonly slot: string;
}

/**
 * Puts values into a template, each once: what looks like a slot within a value stays what it is. A part in brackets
 * stands only where all its slots are filled; otherwise its other words do, where it has some. A sentence that was entered
 * without a full stop gets one, and what ends with one is not followed by another.
 */
export function fillSlots(template: Template, getValue: (slot: string) => SlotValue): FilledPart[] {
  const parts = template.flatMap((part): FilledPart[] => {
    if (typeof part === 'string') return [{ text: part }];
    if ('optional' in part) {
      const inner = fillSlots(part.optional, getValue);
      if (inner.every((one) => 'text' in one || one.filled)) return inner;
      return part.otherwise ? [{ text: part.otherwise }] : [];
    }
    const slot = { ...getValue(part.slot), slot: part.slot };
    return slot.filled && slot.kind === 'sentence' && !isEnded(slot.value) ? [slot, { text: '.' }] : [slot];
  });
  return parts.flatMap((part, index): FilledPart[] => {
    const before = parts[index - 1];
    if (!('text' in part) || !before || 'text' in before || !before.filled || !/[.。]$/u.test(before.value)) return [part];
    const text = part.text.replace(/^\.(?!\.)/u, '');
    return text ? [{ text }] : [];
  });
}

/** Whether a sentence has a mark at its end, within quotation marks and brackets or without. */
function isEnded(sentence: string): boolean {
  return /[.!?…؟。][\s»”״"')\]]*$/u.test(sentence);
}
