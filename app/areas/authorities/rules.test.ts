import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slugCandidates, slugFor } from './rules.ts'

const none = () => false

describe('slugFor', () => {
  it('is the name in ASCII, in any script', () => {
    expect(slugFor('Köln', none, '05315000')).toBe('koln')
    expect(slugFor("'s-Hertogenbosch", none, 'GM0796')).toBe('s-hertogenbosch')
    expect(slugFor('Айтос', none, 'BGS01')).toBe('aytos')
    expect(slugFor('Bruxelles / Brussel', none, '21004')).toBe('bruxelles-brussel')
  })

  it('takes the code in where the name is taken or reserved, then a number', () => {
    const taken = new Set(['help', 'neuenkirchen', 'neuenkirchen-01062'])
    const isTaken = (slug: string) => taken.has(slug)
    expect(slugFor('Help', isTaken, 'X1')).toBe('help-x1')
    expect(slugFor('Neuenkirchen', isTaken, '03352')).toBe('neuenkirchen-03352')
    expect(slugFor('Neuenkirchen', isTaken, '01062')).toBe('neuenkirchen-01062-2')
  })

  it('is never taken, always of the form that addresses have, and never endless', () => {
    const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        fc.string({ maxLength: 40 }),
        fc.nat(3),
        (name, code, used) => {
          const taken = new Set(slugCandidates(name, code).take(used))
          const slug = slugFor(name, (each) => taken.has(each), code)
          expect(slug).toMatch(slugPattern)
          expect(slug.length).toBeLessThan(130)
          expect(taken.has(slug)).toBe(false)
        },
      ),
    )
  })
})
