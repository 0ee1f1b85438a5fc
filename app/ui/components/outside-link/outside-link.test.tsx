import { expect, test } from 'vitest'
import { renderHtml } from '../../content.ts'
import { testExamples } from '../example-checks.ts'
import { examples } from './examples.tsx'

test.each(Object.entries(examples))('%s: tells the other site nothing and stays in this window', (_, example) => {
  const html = renderHtml(example)
  expect(html).toContain('rel="noreferrer nofollow external"')
  expect(html).not.toContain('target=')
})

testExamples(examples)
