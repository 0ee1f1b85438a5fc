import { expect, test } from 'vitest'
import { renderHtml } from '../../content.ts'
import { testExamples } from '../example-checks.ts'
import { readMarkup } from '../markup.ts'
import { examples } from './examples.tsx'
import { QuickExit } from './quick-exit.tsx'

test('is a link that works without script and sends no referrer', () => {
  expect(readMarkup(renderHtml(<QuickExit href="https://weather.example/?a=1&b=2" label="Leave" />))).toEqual([
    {
      tag: 'a',
      attributes: {
        class: 'exit',
        'data-quick-exit': 'true',
        href: 'https://weather.example/?a=1&b=2',
        rel: 'noreferrer nofollow external',
      },
      children: ['Leave'],
    },
  ])
})

testExamples(examples)
