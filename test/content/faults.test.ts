import { expect, test } from 'vitest';
import { createFault, type FaultCode, faultKinds, formatFaults, sortFaults } from '../../src/content/faults.ts';

const at = { file: 'content/checklists/first-hour/ar.yaml', of: 'Checklist `first-hour` (ar)', locale: 'ar', field: 'items.lawyer-called' };

test('says what, where and what to do', () => {
  const fault = createFault('item-without-text', { ...at, line: 3, column: 1 }, { kind: 'item', id: 'lawyer-called', extra: [] });
  expect(formatFaults([fault])).toBe(
    [
      'content/checklists/first-hour/ar.yaml:3:1 (ar, items.lawyer-called)',
      '  Checklist `first-hour` (ar) has no text for item `lawyer-called`.',
      '  Add `lawyer-called:` to content/checklists/first-hour/ar.yaml.',
      '',
      '1 fault in content/.',
    ].join('\n'),
  );
});

test('counts faults and warnings', () => {
  const error = createFault('empty-field', at, { about: undefined });
  const warning = createFault('language-rule', at, { found: 'x', problem: 'is x', instead: 'Write y.', severity: 'warning' });
  expect(formatFaults([error, error, warning])).toMatch(/2 faults and 1 warning in content\/\.$/u);
  expect(formatFaults([warning])).toContain('ar.yaml (ar, items.lawyer-called) – warning');
  expect(formatFaults([])).toBe('');
});

test('sorts by file, line and column', () => {
  const places = [{ file: 'b', line: 1 }, { file: 'a', line: 10 }, { file: 'a', line: 9, column: 2 }, { file: 'a', line: 9, column: 1 }, { file: 'a' }];
  const faults = places.map((place) => createFault('byte-order-mark', { ...place, of: 'x' }));
  expect(sortFaults(faults).map(({ file, line, column }) => [file, line, column].join(' '))).toEqual(['a  ', 'a 9 1', 'a 9 2', 'a 10 ', 'b 1 ']);
});

test('names no code twice in the parts of the registry', async () => {
  const parts = await Promise.all(
    ['files', 'fields', 'things', 'bodies', 'texts', 'interface', 'messages'].map((name) => import(`../../src/content/fault-kinds-${name}.ts`)),
  );
  const codes = parts.flatMap((part) => Object.values(part as Record<string, object>).flatMap((kinds) => Object.keys(kinds)));
  expect(codes.toSorted()).toEqual((Object.keys(faultKinds) as FaultCode[]).toSorted());
});
