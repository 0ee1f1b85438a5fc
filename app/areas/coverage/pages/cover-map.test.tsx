/** The map shows the outline of the country and every step, those too whom nobody has reached. */
import { expect, test } from 'vitest'
import { createI18n } from '../../../platform/i18n/i18n.ts'
import { createKeptFrames } from '../../../platform/map/kept-frames.ts'
import { loadReferenceData } from '../../../reference-data.ts'
import type { NamedAssociation } from '../deps.ts'
import { mapOf } from '../map-of.ts'
import { mapPicture } from '../report/map-picture.ts'
import { CoverMap } from './cover-map.tsx'

const reference = loadReferenceData()
const translator = createI18n(reference.languages).translator('en')
const deps = { frames: createKeptFrames(), readCountry: reference.countries.byIso }
const union = { country: 'NL' } as NamedAssociation
const at = (latitude: number, longitude: number, step: 'silent' | 'invited' | 'staffed' | 'published') => ({
  ...{ latitude, longitude, step },
  authorities: 1,
})
const spots = [
  at(53.2, 6.5, 'silent'),
  at(52.4, 4.9, 'invited'),
  at(52.1, 5.1, 'staffed'),
  at(51.4, 5.5, 'published'),
  // Overseas: outside the frame, and counted.
  at(12.1, -68.9, 'silent'),
]
const map = mapOf(deps, union, { spots, nowhere: 2 }, true)
if (!map || !translator) throw new Error('there is no map of the country')
/** `M10 20L…`: a line around something. */
const outline = /^M[\d.]+[ ,][\d.]+.*[LZ]/

test('on the page: land, the country, one place for each step; who was not reached is a white spot in a ring', async () => {
  const html = `${await CoverMap({ translator, ...map, places: '/places' })}`
  const drawnAs = (name: string) => new RegExp(`class="office-map__${name}" d="([^"]*)"`).exec(html)?.[1] ?? ''
  expect(drawnAs('land')).toMatch(outline)
  expect(drawnAs('country')).toMatch(outline)
  const points = (['silent', 'invited', 'staffed', 'published'] as const).map(drawnAs)
  for (const point of points) expect(point).toMatch(/^M\d+ \d+h0$/)
  expect(new Set(points).size).toBe(4)
  // The hole of the ring lies where the ring is, and the legend shows one, too.
  expect(drawnAs('hole')).toBe(points[0])
  expect(html.match(/office-map__hole/g)).toHaveLength(2)
  for (const step of ['silent', 'invited', 'staffed', 'published'] as const)
    expect(html).toContain(translator.t(`coverage.what.${step}`))
  expect(html).toContain(translator.t('coverage.map.outside', { outside: 1 }))
  expect(html).toContain(translator.t('coverage.map.nowhere', { nowhere: 2 }))
})

test('in the report: the same outline and places, the white ones too', () => {
  const picture = mapPicture(map.frame, map.drawn)
  expect(picture).toContain(`<path d="${map.frame.land}"`)
  expect(picture).toContain(`<path d="${map.frame.country}" fill="#ffffff" stroke=`)
  const lines = [...picture.matchAll(/<path d="(M\d+ \d+h0)" fill="none" stroke="(#\w+)"/g)].map(([, d, colour]) => ({
    d,
    colour,
  }))
  expect(lines).toHaveLength(5)
  const [ring, hole] = lines
  expect(hole).toEqual({ d: ring?.d, colour: '#ffffff' })
  expect(new Set(lines.map(({ d }) => d)).size).toBe(4)
})
