/** The map of an association's members. */
import type { MapFrame } from '../../platform/map/outlines.ts'
import type { Spots } from './coverage-rules.ts'
import type { CoverageOfficeDeps, NamedAssociation } from './deps.ts'
import { type DrawnSpots, drawnSpots } from './map-rules.ts'

/** Units of the drawing; a page shows it as wide as there is room. */
const mapWidth = 640

export interface MemberMap {
  readonly frame: MapFrame
  readonly drawn: DrawnSpots
  /** Members whose place is not known. */
  readonly nowhere: number
}

/** @param whole the whole country; else no more than the members. @returns undefined where nobody knows where members are. */
export function mapOf(
  deps: Pick<CoverageOfficeDeps, 'readCountry' | 'frames'>,
  { country }: NamedAssociation,
  { spots, nowhere }: Spots,
  whole: boolean,
): MemberMap | undefined {
  const code = deps.readCountry(country)?.numericCode
  const frame = code === undefined ? undefined : deps.frames.frameFor(code, spots, { whole, width: mapWidth })
  return frame && { frame, drawn: drawnSpots(frame, spots), nowhere }
}
