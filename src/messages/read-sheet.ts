import type { MessageTemplate } from './message-text.ts';
import type { Template, TemplatePart } from './template.ts';

/** A text with blanks, read back from the sheet that the server wrote, and what the fact of each blank is called. */
export interface ReadSheet extends MessageTemplate {
  readonly names: Readonly<Record<string, string>>;
}

/** @param paragraphs ids of the moves with which one begins */
export function readSheet(sheet: Element, paragraphs: readonly string[]): ReadSheet {
  const subject = sheet.querySelector('[data-subject]');
  const moves = [...sheet.querySelectorAll<HTMLElement>('[data-move]')].map((move) => {
    const id = move.dataset['move'] ?? '';
    return { id, template: readTemplate(move), paragraph: paragraphs.includes(id) };
  });
  const blanks = [...sheet.querySelectorAll<HTMLElement>('[data-slot]')].map(({ dataset, textContent }) => {
    return [dataset['slot'] ?? '', dataset['name'] ?? textContent.slice(1, -1)] as const;
  });
  return { subject: subject && readTemplate(subject), moves, names: Object.fromEntries(blanks) };
}

function readTemplate(element: Element): Template {
  return [...element.childNodes].flatMap((node): TemplatePart[] => {
    if (node instanceof Text) return node.data ? [node.data] : [];
    if (!(node instanceof HTMLElement)) return [];
    if (node instanceof HTMLBRElement) return ['\n'];
    const { slot, optional, otherwise } = node.dataset;
    if (slot !== undefined) return [{ slot }];
    return optional === undefined ? [...readTemplate(node)] : [{ optional: readTemplate(node), otherwise }];
  });
}
