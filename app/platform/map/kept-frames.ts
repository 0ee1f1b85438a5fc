/** Parts of the world that were drawn, kept in memory: land takes longer to draw than to count who lives there. */
import { createHash } from 'node:crypto'
import { type FrameAsked, frameFor, type MapFrame, type Place } from './outlines.ts'

export interface KeptFrames {
  /** As `frameFor` draws it. The same for the same places in the same order. */
  frameFor(numericCode: string, places: readonly Place[], asked: FrameAsked): MapFrame | undefined
}

/** Maps of a country's areas: a coordinator opens some of them one after the other. */
const most = 100

export function createKeptFrames(): KeptFrames {
  const kept = new Map<string, MapFrame | undefined>()
  return {
    frameFor: (numericCode, places, asked) => {
      const key = `${numericCode} ${asked.whole} ${asked.width} ${hashOf(places)}`
      const frame = kept.has(key) ? kept.get(key) : frameFor(numericCode, places, asked)
      // The one that was asked for last is the last to go.
      kept.delete(key)
      kept.set(key, frame)
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      return frame
    },
  }
}

const hashOf = (places: readonly Place[]): string =>
  createHash('sha256')
    .update(Float64Array.from(places.flatMap(({ latitude, longitude }) => [latitude, longitude])))
    .digest('base64')
