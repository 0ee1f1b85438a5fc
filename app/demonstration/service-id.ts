import { createHash } from 'node:crypto'

/**
 * The id of a fictional service: the same on every machine, so that links to the demonstration never break. A UUID of
 * version 8 (RFC 9562) over the code of its authority and its key there.
 */
export function demonstrationServiceId(authority: string, key: string): string {
  const bytes = createHash('sha256').update(`safe-towns demonstration service ${authority}/${key}`).digest()
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex', 0, 16)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
