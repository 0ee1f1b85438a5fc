/** Unpacks a file of an office program, never one that unfolds into more than anybody wrote. */
import { unzipSync } from 'fflate'

export type OfficeFaultCode = 'bomb' | 'macros' | 'traces' | 'inside' | 'damaged' | 'encrypted'
export class OfficeFault extends Error {
  readonly code: OfficeFaultCode
  constructor(code: OfficeFaultCode) {
    super(code)
    this.code = code
  }
}

const mostParts = 4_000
const mostBytes = 150_000_000
/** Text packs ten times; nothing that people write packs two hundred times. */
const mostRatio = 200

export const isPacked = (content: Uint8Array): boolean => content[0] === 0x50 && content[1] === 0x4b

/** @param opens false: sizes are looked at, nothing is unpacked. @throws {OfficeFault} */
export function unpacked(content: Uint8Array, opens = true): Record<string, Uint8Array> {
  let [count, bytes] = [0, 0]
  try {
    return unzipSync(content, {
      filter: ({ originalSize, size, name }) => {
        count += 1
        bytes += originalSize
        if (count > mostParts || bytes > mostBytes || originalSize > 1_000_000 + size * mostRatio) {
          throw new OfficeFault('bomb')
        }
        if (name.includes('..') || name.startsWith('/') || name.includes('\\')) throw new OfficeFault('damaged')
        return opens
      },
    })
  } catch (error) {
    throw error instanceof OfficeFault ? error : new OfficeFault('damaged')
  }
}
