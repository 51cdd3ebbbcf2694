import { expect, test } from 'vitest';
import { createValidateOptions } from '../../src/build/check-content.ts';
import { formatFaults } from '../../src/content/faults.ts';
import { readContentTree } from '../../src/content/read-tree.ts';
import { validateContent } from '../../src/content/validate.ts';

const tree = await readContentTree(new URL('../../', import.meta.url));

test('the real content has no faults', () => {
  const faults = validateContent(tree, createValidateOptions());
  expect(formatFaults(faults.filter(({ severity }) => severity === 'error'))).toBe('');
});
