import { expect, test } from 'vitest';
import { formatFaults } from '../../src/content/faults.ts';
import { getFaults } from './fixture.ts';

test('the small content of the tests has no faults', () => {
  expect(formatFaults(getFaults(() => undefined))).toBe('');
});
