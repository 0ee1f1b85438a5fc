/** A copy as one file to unpack. */
import { zipSync } from 'fflate'
import type { TownCopy } from './render-copy.ts'

/** The same copy gives the same bytes: its files have the day from which it is. */
export function zipOf({ pages, readme, made }: TownCopy): Uint8Array<ArrayBuffer> {
  const { year, month, day } = made.toZonedDateTimeISO('UTC')
  // A zip file tells local time, of nowhere in particular.
  const mtime = new Date(year, month - 1, day, 12)
  const files = Object.fromEntries([...pages, readme].map(({ name, bytes }) => [name, bytes]))
  return new Uint8Array(zipSync(files, { mtime, level: 6 }))
}
