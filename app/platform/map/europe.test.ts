import { expect, test } from 'vitest'
import { europeFrame } from './europe.ts'

test('every corner of Europe is on the map, and what lies overseas is not', () => {
  const { at, width, height } = europeFrame()
  const places = { reykjavik: [64.1, -21.9], nicosia: [35.2, 33.4], baku: [40.4, 49.9], lisbon: [38.7, -9.1] }
  for (const [name, [latitude = 0, longitude = 0]] of Object.entries(places)) {
    const [x = -1, y = -1] = at({ latitude, longitude }) ?? []
    expect(x >= 0 && x <= width && y >= 0 && y <= height, name).toBe(true)
  }
  expect(at({ latitude: -21.1, longitude: 55.5 })).toBeUndefined()
})

test('north is up and east is on the right, the outlines are small enough to stand in a page', () => {
  const { at, land, borders } = europeFrame()
  const [oslo, rome, lisbon] = [
    at({ latitude: 59.9, longitude: 10.7 }),
    at({ latitude: 41.9, longitude: 12.5 }),
    at({ latitude: 38.7, longitude: -9.1 }),
  ]
  expect(oslo?.[1]).toBeLessThan(rome?.[1] ?? 0)
  expect(lisbon?.[0]).toBeLessThan(rome?.[0] ?? 0)
  expect(land.length + borders.length).toBeLessThan(20_000)
})
