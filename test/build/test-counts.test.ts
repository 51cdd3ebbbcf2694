import { describe, expect, it } from 'vitest';
import { formatCounts, getTotal, getVitestCounts } from '../../src/build/test-counts.ts';

const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((status) => ({ status })) });

describe('getVitestCounts', () => {
  it('takes the numbers of the report', () => {
    const report = { numPassedTests: 7, numFailedTests: 2, testResults: [file('passed', 'passed'), file('failed', 'failed', 'failed')] };
    expect(getVitestCounts(report, 1)).toEqual({ passed: 7, failed: 2 });
  });

  it('counts a file that fails without a failing test', () => {
    expect(getVitestCounts({ numPassedTests: 3, numFailedTests: 0, testResults: [file('failed'), file('passed', 'passed')] }, 1)).toEqual({
      passed: 3,
      failed: 1,
    });
  });

  it('counts a bad end that no test shows', () => {
    expect(getVitestCounts({ numPassedTests: 3, numFailedTests: 0, testResults: [file('passed')] }, 1)).toEqual({ passed: 3, failed: 1 });
  });

  it('counts a run without a report as a failure', () => {
    expect(getVitestCounts(undefined, 0)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('formatCounts', () => {
  it('formats the sum of all parts in one plain line', () => {
    expect(
      formatCounts(
        getTotal([
          { passed: 1, failed: 0 },
          { passed: 40, failed: 2 },
          { passed: 0, failed: 1 },
        ]),
      ),
    ).toBe('41 passed, 3 failed');
  });
});
