import { geoContains } from 'd3-geo'
import { expect, test } from 'vitest'
import { loadCountries } from '../../areas/authorities/index.ts'
import { frameFor, outlinedName, outlineOf } from './outlines.ts'

const countries = loadCountries()
const code = (iso: string) => countries.byIso(iso)?.numericCode ?? ''

test('every country has the outline of its own name', () => {
  // The package writes these shorter, or as they were called before.
  const other: Readonly<Record<string, string>> = { BA: 'Bosnia and Herz.', TR: 'Turkey' }
  for (const { iso, numericCode, name } of countries.list) {
    expect([iso, outlinedName(numericCode)]).toEqual([iso, other[iso] ?? name.en])
    expect(outlineOf(numericCode).coordinates.length).toBeGreaterThan(0)
  }
})

test('what the Council of Europe holds for one country lies in one outline', () => {
  for (const [iso, longitude, latitude] of [
    ['UA', 34.1, 44.95],
    ['CY', 33.32, 35.3],
    ['GE', 41, 43],
    ['MD', 29.6, 46.84],
  ] as const) {
    expect([iso, geoContains(outlineOf(code(iso)), [longitude, latitude])]).toEqual([iso, true])
  }
})

const lille = { latitude: 50.63, longitude: 3.06 }
const nice = { latitude: 43.7, longitude: 7.27 }
const brest = { latitude: 48.39, longitude: -4.49 }
const saintDenis = { latitude: -20.88, longitude: 55.45 }

test('places stand where they lie, north above south; those overseas stand outside', () => {
  const frame = frameFor(code('FR'), [lille, nice, brest, saintDenis], { whole: true, width: 640 })
  if (!frame) throw new Error('no frame')
  const [north, south, west] = [frame.at(lille), frame.at(nice), frame.at(brest)]
  if (!north || !south || !west) throw new Error('a place is outside')
  expect(north[1]).toBeLessThan(south[1])
  expect(west[0]).toBeLessThan(north[0])
  expect(frame.at(saintDenis)).toBeUndefined()
  expect(frame.height).toBeGreaterThan(300)
  expect(frame.country).toMatch(/^M/)
  expect(frame.land).toMatch(/^M/)
})

test('one place alone has a frame, none has none', () => {
  expect(frameFor(code('FR'), [lille], { whole: false, width: 640 })?.at(lille)).toBeDefined()
  expect(frameFor(code('FR'), [], { whole: true, width: 640 })).toBeUndefined()
})
