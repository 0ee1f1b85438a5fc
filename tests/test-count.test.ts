import { expect, test } from 'vitest'
import { countTests, verdict } from '../scripts/test-count.ts'

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((each) => ({ status: each })),
})

test('tests are counted as passed, failed or skipped', () => {
  const report = { testResults: [file('passed', 'passed', 'pending'), file('failed', 'passed', 'failed', 'todo')] }
  expect(countTests(report, 1)).toEqual({ count: { passed: 2, failed: 1, skipped: 2 }, fault: undefined })
})

test('a file that could not be loaded is a failure', () => {
  expect(countTests({ testResults: [file('passed', 'passed'), file('failed')] }, 1).count.failed).toBe(1)
})

test.each([
  ['left no report', undefined, 0],
  ['No test was run', { testResults: [] }, 0],
  ['No test was run', { testResults: [file('passed', 'skipped')] }, 0],
  ['ended with 1', { testResults: [file('passed', 'passed')] }, 1],
])('a run that %s is a failure', (fault, report, code) => {
  const counted = countTests(report, code)
  expect(counted.fault).toContain(fault)
  expect(verdict([counted.count]).code).toBe(1)
})

test('the last line sums everything up', () => {
  const passed = { passed: 3, failed: 0, skipped: 0 }
  expect(verdict([passed, passed])).toEqual({ line: '6 passed, 0 failed', code: 0 })
  expect(verdict([passed, { passed: 0, failed: 1, skipped: 2 }])).toEqual({
    line: '3 passed, 1 failed, 2 skipped',
    code: 1,
  })
  expect(verdict([]).code).toBe(1)
})
