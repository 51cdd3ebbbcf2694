import { ChecklistElement } from './checklist-element.ts';
import { ListProgressElement } from './list-progress-element.ts';

/*
 * Both in one file, although no page needs both: who opens a list comes from the overview, and has it already.
 */
ChecklistElement.define();
ListProgressElement.define();
