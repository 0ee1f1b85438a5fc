import { expect } from 'vitest'
import { htmlFaults } from '../app/ui/components/example-checks.ts'
import type { TestApp } from './test-app.ts'

/** A page as anybody gets it: there, and valid. @param path from the root. @returns its HTML. */
export async function publicPage(app: Pick<TestApp, 'request'>, path: string): Promise<string> {
  const answer = await app.request(path)
  const html = await answer.text()
  expect([path, answer.status, htmlFaults(html)]).toEqual([path, 200, []])
  return html
}
