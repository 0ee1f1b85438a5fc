import { describe, expect, it } from 'vitest'
import { loadChecklist } from './kinds.ts'
import { loadLanzarote } from './lanzarote.ts'
import { answerStatuses } from './schema.ts'

describe('the Lanzarote Convention', () => {
  const lanzarote = loadLanzarote()

  it('has 50 articles, found by number, in chapters that hold them all', () => {
    expect(lanzarote.articleNumbers.size).toBe(50)
    expect(lanzarote.article(13)).toMatchObject({ number: 13, title: 'Helplines', chapter: 'IV' })
    expect(lanzarote.article(51)).toBeUndefined()
    const held = lanzarote.chapters.flatMap((one) =>
      Array.from({ length: one.articlesTo - one.articlesFrom + 1 }, (_, i) => one.articlesFrom + i),
    )
    expect(held).toEqual(lanzarote.articles.map((one) => one.number))
  })

  it('gives a word of today wherever a title uses one of 2007', () => {
    const old = lanzarote.articles.filter((one) => /^Offences.*(prostitution|pornograph)/.test(one.title))
    expect(old.map((one) => one.number)).toEqual([19, 20, 21])
    for (const one of old) expect(one.termToUseInInterface).toBeTruthy()
  })
})

describe('the checklist', () => {
  const checklist = loadChecklist({ articles: loadLanzarote().articleNumbers })

  it('has 42 kinds in order, 20 of them core', () => {
    expect(checklist.kinds.map((one) => one.number)).toEqual(Array.from({ length: 42 }, (_, index) => index + 1))
    expect(checklist.kinds.filter((one) => one.core)).toHaveLength(20)
  })

  it('sets the duties of the town apart', () => {
    expect(checklist.kinds.filter((one) => checklist.duties.has(one.id)).map((one) => one.number)).toEqual([
      14, 15, 17, 18, 23, 42,
    ])
  })

  it('puts every kind in one section', () => {
    const bySection = checklist.sections.flatMap((one) => checklist.inSection(one.id))
    expect(bySection).toEqual(checklist.kinds)
  })

  it('knows the same answers as the schema of answers', () => {
    expect(checklist.statuses.map((one) => one.id)).toEqual([...answerStatuses])
  })

  it('finds a kind by its id', () => {
    expect(checklist.byId('child-helpline')?.number).toBe(3)
    expect(checklist.byId('no-such-kind')).toBeUndefined()
  })

  it('refuses an article that the Convention does not have, by line and place', () => {
    expect(() => loadChecklist({ articles: new Set([6, 8]) })).toThrow(
      /^data\/checklist\.json:\d+ kinds\[0\]\.lanzarote\[2\]: there is no article 13 in data\/lanzarote\.json$/m,
    )
  })
})
