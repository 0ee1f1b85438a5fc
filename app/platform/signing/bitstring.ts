/** Bits by number as the W3C's Bitstring Status List packs them: the first is the highest of the first byte. */
import { gzipSync } from 'node:zlib'

/** As few as a list may have: whoever asks for it does not tell which bit is meant. */
export const bitsInList = 131_072

/** @param set numbers from 0, below `bitsInList`. @returns multibase: `u`, base64url of the gzipped bytes. */
export function encodedBits(set: Iterable<number>): string {
  const bytes = new Uint8Array(bitsInList / 8)
  for (const at of set) {
    if (at < 0 || at >= bitsInList) throw new RangeError(`the list has no bit ${at}`)
    bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (0x80 >> (at & 7))
  }
  return `u${gzipSync(bytes, { level: 9 }).toString('base64url')}`
}
