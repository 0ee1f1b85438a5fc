/** The finder on fictional websites as towns really make them: what it finds, what it misses, and how it behaves. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  figuresOf,
  instance,
  type Measured,
  measure,
  walkDeps,
  walkTo,
} from '../../../tests/municipal-sites/measure.ts'
import { municipalSites, type Served, serveMunicipalSites } from '../../../tests/municipal-sites/serve.ts'
import { namesSomebody } from './evidence-rules.ts'
import { wordsOf } from './reading-rules.ts'
import { mostPages, mostRequests } from './site-rules.ts'

let served: Served
let all: readonly Measured[]
beforeAll(async () => {
  served = await serveMunicipalSites(instance)
  all = await measure(served)
})
afterAll(() => served.close())

const set = (name: 'tuned' | 'held') => all.filter(({ site }) => site.set === name)
const siteOf = (name: string) => {
  const found = municipalSites.find((each) => each.name === name)
  if (!found) throw new Error(`no site ${name}`)
  return found
}
const asked = (name: string) =>
  served.asked
    .filter((each) => each.replace(/^www\./, '').startsWith(`${name}.example `))
    .map((each) => each.split(' ')[1])

describe('hits and misses', () => {
  test('there are sites enough, in many languages, one of them from right to left', () => {
    expect(all.length).toBeGreaterThanOrEqual(30)
    const languages = new Set(all.flatMap(({ site }) => site.languages))
    expect(languages.size).toBeGreaterThanOrEqual(14)
    expect(languages).toContain('ar')
  })

  test('what is missed, and nothing else', () => {
    expect(all.filter(({ hit }) => !hit).map(({ site, expected, said }) => [site.name, expected, said])).toEqual([
      // A link that says nothing, to an address that says nothing.
      ['mehr-erfahren', 'page /thema-12', 'none'],
      // Three links away from the first page; the finder goes two.
      ['borgofinto', 'page /servizi/tutela-minori', 'none'],
    ])
  })

  test('precision and recall', () => {
    expect(figuresOf(set('tuned'))).toEqual({ sites: 23, hits: 22, precision: 1, recall: 0.92 })
    expect(figuresOf(set('held'))).toEqual({ sites: 25, hits: 24, precision: 1, recall: 0.92 })
  })

  test('every page that was found has an address; a sentence names nobody', () => {
    const lists = walkDeps(served).reading.lists
    for (const { site, seen } of all) {
      if (seen.outcome === 'unseen' || seen.found.verdict === 'none') continue
      expect(seen.found.address, site.name).toMatch(/^http:/)
      const words = wordsOf(site.languages.flatMap((code) => lists.get(code) ?? []))
      expect(namesSomebody(seen.found.sentence, words), seen.found.sentence).toBe(false)
      const ours = seen.found.verdict === 'embedded' || seen.found.verdict === 'export'
      if (!ours) expect(seen.found.sentence.length, site.name).toBeGreaterThan(5)
    }
  })

  test('of a copy the day it was made is told', () => {
    const made = (name: string) => {
      const seen = all.find(({ site }) => site.name === name)?.seen
      return seen?.outcome === 'seen' ? seen.found.made?.toString() : undefined
    }
    expect(made('vieux-cadre')).toBe('2026-09-01T06:00:00Z')
    expect(made('fragmentdam')).toBe('2026-11-29T10:00:00Z')
    expect(made('musterbach')).toBeUndefined()
  })
})

describe('good manners', () => {
  test('robots.txt is asked for first, everywhere', () => {
    for (const { name } of municipalSites) expect(asked(name)[0], name).toBe('/robots.txt')
  })

  test('what it forbids is never asked for, nor anything of a host that cannot say', () => {
    expect(asked('robotville')).toEqual(['/robots.txt'])
    expect(asked('brokenham')).toEqual(['/robots.txt'])
  })

  test('few pages of each site, none twice', () => {
    for (const { site, seen } of all) {
      const paths = asked(site.name)
      expect(paths.length, site.name).toBeLessThanOrEqual(mostRequests)
      expect(seen.outcome === 'seen' ? seen.found.pages : 0, site.name).toBeLessThanOrEqual(mostPages)
      expect(new Set(paths).size, site.name).toBe(site.name === 'wwwick' ? paths.length - 1 : paths.length)
    }
  })

  test('no other host is ever asked, wherever a site leads', () => {
    expect(served.asked.filter((each) => each.startsWith('somebody-else'))).toEqual([])
  })

  test('a site that wants to be left alone for ten seconds is, before every page', async () => {
    const waits: number[] = []
    const deps = walkDeps(served)
    const { wait } = deps
    const slow = { ...deps, wait: (time: number) => wait(time).then(() => void waits.push(time)) }
    const seen = await walkTo(slow, served, siteOf('fragmentdam'))
    expect(seen.outcome === 'seen' && waits).toEqual(Array.from({ length: 4 }, () => 10_000))
  })

  test('a page that somebody knows of is looked at, whatever leads there', async () => {
    const site = siteOf('mehr-erfahren')
    const seen = await walkTo(walkDeps(served), served, site, [new URL('/thema-12', served.startOf(site)).href])
    expect(seen.outcome === 'seen' && seen.found.verdict).toBe('page')
  })
})
