import { remember } from '../../src/content/remember.ts';
import type { BuiltPage } from './built-pages.ts';
import { getCode } from './html.ts';

/** One declaration of a style sheet and what it stands in, outermost first: `@media print`, `.a:hover`. */
export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly context: readonly string[];
}

/** The inline style of a page. */
export function getCss(page: BuiltPage): string {
  return page.elements
    .filter((element) => element.tagName === 'style')
    .map(getCode)
    .join('\n');
}

/** Every declaration of a style sheet, those of `@font-face` included. Many pages have the same one: it is read once. */
export const getDeclarations = remember<string, readonly Declaration[]>(readDeclarations);

function readDeclarations(css: string): Declaration[] {
  const declarations: Declaration[] = [];
  const context: string[] = [];
  // Strings and parentheses may hold braces and semicolons, so they are taken whole.
  const parts = css.replace(/\/\*.*?\*\//gs, '').match(/(?:"[^"]*"|'[^']*'|\([^()]*(?:\([^()]*\)[^()]*)*\)|[^{};"'()])+|[{};]/g) ?? [];
  let text = '';
  const finish = (): void => {
    const [, property, value] = /^([\w-]+)\s*:(.*)$/s.exec(text.trim()) ?? [];
    if (property && value !== undefined) declarations.push({ property, value: value.trim(), context: [...context] });
    text = '';
  };
  for (const part of parts) {
    if (part === '{') {
      context.push(text.trim());
      text = '';
    } else if (part === ';') finish();
    else if (part === '}') {
      finish();
      context.pop();
    } else text += part;
  }
  return declarations;
}

/** A declaration as a reader of a fault can find it. */
export function describeDeclaration({ property, value, context }: Declaration): string {
  return `${context.join(' ')} { ${property}: ${value} }`;
}
