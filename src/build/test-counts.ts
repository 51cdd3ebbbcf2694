/** How many checks passed and failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** What is read of the report that `vitest --reporter=json` writes. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[];
}

/**
 * Counts the tests of a Vitest run. A file that failed without a failing test (a broken import, a failing hook) counts
 * as one failure, and so does a run that ended badly for a reason that no test shows, or left no report.
 */
export function getVitestCounts(report: VitestReport | undefined, exitCode: number): Counts {
  if (!report) return { passed: 0, failed: 1 };
  const brokenFiles = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')).length;
  const failed = report.numFailedTests + brokenFiles;
  return { passed: report.numPassedTests, failed: exitCode === 0 ? failed : Math.max(1, failed) };
}

/** The sum over all parts. */
export function getTotal(parts: readonly Counts[]): Counts {
  return { passed: parts.reduce((sum, part) => sum + part.passed, 0), failed: parts.reduce((sum, part) => sum + part.failed, 0) };
}

/** The last line of a test run, such as `12 passed, 0 failed`. */
export function formatCounts({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`;
}
