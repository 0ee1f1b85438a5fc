/** Turns what the test runner reports into the last line of `npm test`. */

export interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** What is used of the runner's JSON report. */
export interface TestReport {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

/**
 * A file that could not be loaded counts as one failure: its tests never ran. So does a run that fails without a failing
 * test (an error outside of any), that leaves no report, or in which nothing was tested.
 *
 * @param code what the runner ended with.
 */
export function countTests(report: TestReport | undefined, code: number): { count: Count; fault: string | undefined } {
  if (!report) return { count: { passed: 0, failed: 1, skipped: 0 }, fault: 'The test runner left no report.' }
  const all = report.testResults.flatMap(({ assertionResults }) => assertionResults)
  const having = (status: string) => all.filter((each) => each.status === status).length
  const failedTests = having('failed')
  const failedFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
  ).length
  const passed = having('passed')
  const failed = failedTests + failedFiles
  const skipped = all.length - passed - failedTests
  if (passed + failed === 0) return { count: { passed, failed: 1, skipped }, fault: 'No test was run.' }
  if (failed === 0 && code !== 0) {
    return { count: { passed, failed: 1, skipped }, fault: `The test runner ended with ${code} though no test failed.` }
  }
  return { count: { passed, failed, skipped }, fault: undefined }
}

/** The last line and the exit code. */
export function verdict(counts: readonly Count[]): { line: string; code: 0 | 1 } {
  const sum = (of: (count: Count) => number) => counts.reduce((total, count) => total + of(count), 0)
  const skipped = sum((count) => count.skipped)
  const failed = sum((count) => count.failed)
  const line = `${sum((count) => count.passed)} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
  return { line, code: failed > 0 || counts.length === 0 ? 1 : 0 }
}
