import type { Act } from '../../platform/audit/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db } from '../../platform/db/tables.ts'
import type { I18n } from '../../platform/i18n/i18n.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { KeptFrames } from '../../platform/map/kept-frames.ts'
import type { Pdf } from '../../platform/pdf/pdf.ts'
import type { PointsReport } from '../authorities/index.ts'
import type { codesAndPlaces } from '../mergers/index.ts'

/** What counting needs. */
export interface CoverageDeps {
  readonly database: Database
  readonly clock: Clock
  /** Counts how published pages stand, of these authorities, where something has changed. @returns how many were counted. */
  countStandings(most: number, within?: readonly string[]): Promise<number>
}

/** Why a list of places is none: the last part of a message `mergers.new.fault.<code>`, but for `columns`. */
export type PlacesFault = Extract<Awaited<ReturnType<typeof codesAndPlaces>>, string>

/** What a list of places has filled. */
export type PlacesFilled = PointsReport

export interface NamedAssociation {
  readonly id: string
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
  /** A fictional one has fictional members alone. */
  readonly demonstration: boolean
}

/** What the pages need; the composition root gives it. */
export interface CoverageOfficeDeps extends CoverageDeps {
  readonly i18n: Pick<I18n, 'translator' | 'offered'>
  readonly languages: Pick<Languages, 'byCode'>
  readonly frames: KeptFrames
  readonly pdf: Pick<Pdf, 'render'>
  readonly instanceName: string
  /** What families look for in the towns of an association and do not find: names of kinds, most searched first. */
  readNeeds(
    translator: Translator,
    association: string,
    today: Temporal.PlainDate,
  ): Promise<readonly { readonly kind: string; readonly searches: number }[]>
  /** What towns ask the association: `open` wait for it; `parts` are those of their office, the most asked about first. */
  readAsked(
    translator: Translator,
    association: string,
    since: Temporal.Instant,
  ): Promise<{
    readonly questions: number
    readonly open: number
    readonly parts: readonly { readonly part: string; readonly questions: number }[]
  }>
  /**
   * Fills where towns of the country are, of which nobody knows it.
   *
   * @returns why the list is none.
   */
  fillPlaces(act: Act, association: NamedAssociation, content: Uint8Array): Promise<PlacesFilled | PlacesFault>
  /** Codes, the most used first. @param country ISO 3166-1, upper case. */
  languagesOf(country: string): readonly string[]
  readAssociation(db: Db, id: string): Promise<NamedAssociation | undefined>
  /** Of a country: ISO 3166-1 numeric, and where its capital is by the clock. @param country upper case. */
  readCountry(country: string): { readonly numericCode: string; readonly timeZone: string } | undefined
}
