import type { Act } from '../../platform/audit/audit.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Languages } from '../../platform/i18n/languages.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { Notify } from '../../platform/mail/notice.ts'
import type { RoleName } from '../../platform/session/actor.ts'
import type { Countries } from '../authorities/index.ts'

/** A merger, by ids. */
export interface Merger {
  readonly from: string
  readonly into: string
}

/** A split, by ids. */
export interface Split {
  readonly from: string
  readonly parts: readonly string[]
}

/** What does not pass on to anybody. */
export interface Left {
  /** Number in the register of the Pact under which the one that is no more had signed; undefined if it had not. */
  readonly number: number | undefined
}

/** In whose name a plan is applied: of whom the successor's people are vouched for. */
export type MergerOffice = 'association' | 'secretariat' | 'setup'

/** What making a plan and applying it need. */
export interface MergersDeps {
  readonly database: Pick<Database, 'db'>
  readonly clock: Clock
  readonly countries: Countries
  readonly languages: Languages
  readonly jobs: Pick<Jobs, 'start' | 'enqueue'>
  readonly notify: Notify
  /** Ids of the people who have one of these roles in an authority. */
  peopleOf(db: Db, authority: string, roles: readonly RoleName[]): Promise<readonly string[]>
  /** @returns whom it concerns, with the role they have in the successor. */
  moveStaff(
    tx: Tx,
    act: Act,
    move: Merger & { readonly office: MergerOffice; readonly approved: boolean },
  ): Promise<ReadonlyMap<string, RoleName>>
  /** @returns whom it concerns, with the role they have in each part. */
  shareStaff(
    tx: Tx,
    act: Act,
    share: {
      readonly from: string
      readonly parts: readonly { readonly id: string; readonly approved: boolean }[]
      readonly office: MergerOffice
    },
  ): Promise<ReadonlyMap<string, ReadonlyMap<string, RoleName>>>
  /** What is open in the merged one and goes on in its successor, or ends there. */
  moveDuties(tx: Tx, act: Act, merger: Merger & { readonly on: string }): Promise<Left>
  /** What is open in the one that is no more and goes on in its parts, or ends there; what it had published is theirs. */
  shareDuties(tx: Tx, act: Act, split: Split & { readonly on: string }): Promise<Left>
  /** What parts of one that goes on begin with. */
  startPart(tx: Tx, split: Split): Promise<void>
}

/** What the office pages need, beside. */
export interface MergersOfficeDeps extends MergersDeps {
  /** Countries of these associations, upper case. */
  countriesOf(associations: readonly string[]): Promise<readonly string[]>
}
