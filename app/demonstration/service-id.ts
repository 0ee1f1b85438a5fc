import { createHash } from 'node:crypto'
import { shortIdFrom } from '../platform/ids.ts'

/** The id of a fictional service: the same on every machine, so that links to the demonstration never break. */
export function demonstrationServiceId(authority: string, key: string): string {
  return shortIdFrom(createHash('sha256').update(`safe-towns demonstration service ${authority}/${key}`).digest())
}
