import { expect, test } from 'vitest'
import { loadChecklist, loadLanzarote } from '../checklist/index.ts'
import { kindsUnder, languageRead, neighboursOf, numbersOfP } from './article-rules.ts'

const { kinds } = loadChecklist()
const { articles } = loadLanzarote()

test('every kind stands under each article that it names, in the order of the checklist', () => {
  for (const kind of kinds) {
    const under = articles.filter(({ number }) => kindsUnder(kinds, number).includes(kind)).map(({ number }) => number)
    expect(under).toEqual([...kind.lanzarote].toSorted((a, b) => a - b))
  }
  const order = kindsUnder(kinds, 14).map(({ number }) => number)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
})

test('an article stands under its own Ps, one of monitoring under none', () => {
  expect(numbersOfP(articles, 'participation')).toContain(9)
  expect(numbersOfP(articles, 'prevention')).not.toContain(13)
  expect(numbersOfP(articles, 'prosecution')).not.toContain(41)
})

test('there is nothing before the first and after the last', () => {
  expect(neighboursOf(1, 50)).toEqual({ before: undefined, after: 2 })
  expect(neighboursOf(50, 50)).toEqual({ before: 49, after: undefined })
})

test('the original stands in for a language that has no reading', () => {
  expect(languageRead('fr', ['en', 'fr'])).toEqual({ read: 'fr', own: true })
  expect(languageRead('ar', ['en', 'fr'])).toEqual({ read: 'en', own: false })
})
