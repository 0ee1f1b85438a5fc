import { expect, test } from 'vitest'
import { cellsIn } from '../../platform/map/cells.ts'
import { drawnLayer, layers } from './mark-rules.ts'

test('a place has one mark of each kind, however many there are; what lies outside is counted', () => {
  const frame = { at: ({ latitude }: { latitude: number }) => (latitude < 0 ? undefined : ([100, 100] as const)) }
  const spot = { latitude: 1, longitude: 1, entries: 40 }
  const { cells, outside } = cellsIn(frame, [spot, { ...spot, entries: 1 }, { ...spot, latitude: -1 }], 12)
  expect([cells, outside]).toEqual([[{ x: 96, y: 96, entries: 41 }], 40])
  const paths = layers.map((layer) => drawnLayer(layer, cells))
  expect(paths.map((path) => path.match(/M/g)?.length)).toEqual(layers.map(() => 1))
  expect(new Set(paths).size).toBe(layers.length)
  expect(layers.map((layer) => drawnLayer(layer, []))).toEqual(layers.map(() => ''))
})
