import { expect, test } from 'vitest'
import { createKeptFrames } from './kept-frames.ts'
import { frameFor } from './outlines.ts'

const france = '250'
const whole = { whole: true, width: 640 }
const lille = { latitude: 50.6, longitude: 3.1 }
const nice = { latitude: 43.7, longitude: 7.3 }

test('land is drawn once for the same places, and again when one has come, of another size or country', () => {
  const frames = createKeptFrames()
  const first = frames.frameFor(france, [lille], whole)
  expect(first?.land).toBe(frameFor(france, [lille], whole)?.land)
  expect(frames.frameFor(france, [{ ...lille }], { ...whole })).toBe(first)
  for (const other of [
    frames.frameFor(france, [lille, nice], whole),
    frames.frameFor(france, [lille], { whole: true, width: 320 }),
    frames.frameFor(france, [lille], { whole: false, width: 640 }),
    frames.frameFor('056', [lille], whole),
  ]) {
    expect(other).toBeDefined()
    expect(other).not.toBe(first)
  }
})

test('places that nobody knows have no frame, however often one asks', () => {
  const frames = createKeptFrames()
  expect([frames.frameFor(france, [], whole), frames.frameFor(france, [], whole)]).toEqual([undefined, undefined])
})

test('what was not asked for since a hundred others is drawn anew', () => {
  const frames = createKeptFrames()
  const first = frames.frameFor(france, [lille], whole)
  const second = frames.frameFor(france, [nice], whole)
  for (let width = 1; width < 99; width += 1) frames.frameFor(france, [], { whole: true, width })
  expect(frames.frameFor(france, [lille], whole)).toBe(first)
  frames.frameFor(france, [], { whole: true, width: 99 })
  expect(frames.frameFor(france, [lille], whole)).toBe(first)
  expect(frames.frameFor(france, [nice], whole)).not.toBe(second)
})
