import { ListProgressElement } from './list-progress-element.ts';

/* What the overview of the lists needs; a list brings its own element (Checklist.astro). */
ListProgressElement.define();
