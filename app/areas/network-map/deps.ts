import type { Clock } from '../../platform/clock.ts'
import type { Spot } from '../../platform/map/cells.ts'
import type { PageCache } from '../../platform/page-cache/page-cache.ts'
import type { SiteDeps } from '../help-pages/index.ts'
import type { Layer } from './mark-rules.ts'

export interface LayerFacts {
  /** By code of the country, upper case. */
  readonly counts: ReadonlyMap<string, number>
  readonly spots: readonly Spot[]
  /** How many lie nobody knows where, or where nobody may know. */
  readonly nowhere: number
  /** All of them are invented; true where there is none. */
  readonly invented: boolean
}

export interface NetworkFacts {
  /** Of the European Day that is shown. */
  readonly year: number
  readonly layers: Readonly<Record<Layer, LayerFacts>>
  /** Until what changes a page that shows them. */
  readonly dependsOn: readonly string[]
}

export interface NetworkMapDeps {
  readonly site: SiteDeps
  readonly pageCache: PageCache
  readonly clock: Clock
  /** The decision by which the Congress has authorised the register. Undefined: it is no official one. */
  readonly authorised: string | undefined
  readNetwork(): Promise<NetworkFacts>
}
