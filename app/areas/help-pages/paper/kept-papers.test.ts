import { expect, test } from 'vitest'
import type { Pdf } from '../../../platform/pdf/pdf.ts'
import { createKeptPapers } from './kept-papers.ts'

const document = { template: 'paper.typ', tag: 'en', dir: 'ltr', title: 'T', data: {} } as const
const paper =
  (...dependsOn: string[]) =>
  async () => ({ document, dependsOn })

/** Renders when it is told to, and counts. */
function slowPdf() {
  const waiting: (() => void)[] = []
  let asked = 0
  const render: Pdf['render'] = () => {
    asked += 1
    const { promise, resolve } = Promise.withResolvers<Uint8Array<ArrayBuffer>>()
    waiting.push(() => resolve(new Uint8Array([asked])))
    return promise
  }
  const finish = () => {
    for (const end of waiting.splice(0)) end()
  }
  return { pdf: { render }, count: () => asked, finish }
}

/** What was asked for has reached the maker of documents. */
const reached = () => new Promise((resolve) => setImmediate(resolve))

test('a flood for one paper makes it once; it is kept until something on it changes', async () => {
  const { pdf, count, finish } = slowPdf()
  const papers = createKeptPapers(pdf)
  const flood = Array.from({ length: 500 }, () => papers.get('a', paper('town')))
  await reached()
  finish()
  expect(new Set(await Promise.all(flood)).size).toBe(1)
  await papers.get('a', paper('town'))
  expect(count()).toBe(1)
  papers.invalidate(['another town'])
  await papers.get('a', paper('town'))
  expect(count()).toBe(1)
  papers.invalidate(['town'])
  const again = papers.get('a', paper('town'))
  await reached()
  finish()
  await again
  expect(count()).toBe(2)
})

test('different ones take a few places at once; whoever comes too many is told, and served later', async () => {
  const { pdf, count, finish } = slowPdf()
  const papers = createKeptPapers(pdf, { atOnce: 2 })
  const asked = ['a', 'b', 'c'].map((key) => papers.get(key, paper()))
  const outcomes = Promise.allSettled(asked)
  await reached()
  finish()
  expect((await outcomes).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
  await expect(asked[2]).rejects.toThrow('too many papers')
  const later = papers.get('c', paper())
  await reached()
  finish()
  await later
  expect(count()).toBe(3)
})

test('one that could not be made gives its place back', async () => {
  const papers = createKeptPapers({ render: () => Promise.reject(new Error('broken')) }, { atOnce: 1 })
  await expect(papers.get('a', paper())).rejects.toThrow('broken')
  await expect(papers.get('b', () => Promise.reject(new Error('no town')))).rejects.toThrow('no town')
})
