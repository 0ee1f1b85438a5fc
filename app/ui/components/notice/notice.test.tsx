import { expect, test } from 'vitest'
import { renderHtml } from '../../content.ts'
import { testExamples } from '../example-checks.ts'
import { examples } from './examples.tsx'
import { Notice } from './notice.tsx'

test('each kind has its own look', () => {
  const classes = Object.values(examples).map((example) => /class="([^"]*)"/.exec(renderHtml(example))?.[1])
  expect(classes).toEqual(['note demo', 'note auto', 'note stale', 'note alert', 'note'])
})

test('says in which language it is where that is not the page’s', () => {
  const html = renderHtml(
    <Notice kind="information" lang="ar" dir="rtl">
      مرحبا
    </Notice>,
  )
  expect(html).toBe('<div class="note" lang="ar" dir="rtl">مرحبا</div>')
})

testExamples(examples)
