/** A reviewer or somebody of the secretariat publishes a practice, or returns it with reasons. */
import { recordAudit } from '../../platform/audit/audit.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import type { Role } from '../../platform/session/actor.ts'
import type { PersonsAct, PracticesDeps, Town } from './deps.ts'
import { decidedNotice } from './notices.ts'
import { lockPractice, markDecided, type Practice } from './practice-store.ts'
import { announcePractices } from './public-tag.ts'
import { publishVersion, withdrawPublished } from './publish-store.ts'
import { after, type Conflict, conflictOf, type Deciding } from './state-rules.ts'

type Reading = Pick<PracticesDeps, 'readTowns' | 'readAssociations'>

/** What a person brings along that could be a conflict of interest. */
export async function decidingOf(
  deps: Reading,
  db: Db,
  { id, roles }: { readonly id: string; readonly roles: readonly Role[] },
): Promise<Deciding> {
  const held = (kind: 'authority' | 'association') =>
    roles.flatMap(({ scope }) => (scope.kind === kind ? [scope.id] : []))
  const authorities = held('authority')
  const places = [...(await deps.readTowns(db, authorities)), ...(await deps.readAssociations(db, held('association')))]
  const secretariat = roles.some(({ role, scope }) => role === 'secretariat' && scope.kind === 'instance')
  return { person: id, secretariat, authorities, countries: places.map(({ country }) => country) }
}

export const conflictWith = (deciding: Deciding, practice: Practice, town: Pick<Town, 'country'>) =>
  conflictOf(deciding, {
    ...{ authority: practice.authority, country: town.country },
    writers: [practice.begunBy, practice.changedBy, practice.submittedBy],
  })

export type Decision = 'publish' | 'return' | 'take-down'

export type DecideOutcome =
  | { readonly outcome: 'decided' | 'gone' }
  /** It has been changed, or decided about, since it was read. */
  | { readonly outcome: 'changed' }
  | { readonly outcome: 'conflict'; readonly conflict: Conflict }

export interface GivenDecision {
  readonly id: string
  readonly decision: Decision
  readonly reasons: string
  /** The revision that was read. */
  readonly seen: number
}

export async function decidePractice(
  deps: PracticesDeps,
  act: PersonsAct,
  given: GivenDecision,
): Promise<DecideOutcome> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx): Promise<DecideOutcome> => {
    const practice = await lockPractice(tx, given.id)
    const [town] = practice ? await deps.readTowns(tx, [practice.authority]) : []
    if (!practice || !town) return { outcome: 'gone' }
    const deciding = await decidingOf(deps, tx, act.person)
    const conflict = conflictWith(deciding, practice, town)
    if (conflict) return { outcome: 'conflict', conflict }
    if (given.decision === 'take-down' && !(deciding.secretariat && practice.version !== null))
      return { outcome: 'gone' }
    if (isDone(practice, given)) return { outcome: 'decided' }
    const state = after(practice.state, given.decision)
    if (practice.revision !== given.seen || (state !== 'published' && state !== 'returned'))
      return { outcome: 'changed' }
    await carryOut(tx, act, practice, given)
    await recordAudit(tx, act, {
      authority: practice.authority,
      subject: `practice ${practice.id}`,
      detail: { decision: given.decision },
    })
    await tell(deps, tx, practice, town, given)
    return { outcome: 'decided' }
  })
}

/** The same click a second time. */
function isDone({ state, reasons, isPublic, revision }: Practice, given: GivenDecision): boolean {
  if (revision !== given.seen) return false
  if (given.decision === 'publish') return state === 'published'
  const returned = state === 'returned' && reasons === given.reasons
  return returned && (given.decision === 'return' || !isPublic)
}

async function carryOut(tx: Tx, act: PersonsAct, practice: Practice, given: GivenDecision): Promise<void> {
  const decided = { by: act.person.id, at: act.at }
  if (given.decision === 'publish') {
    const version = await publishVersion(tx, practice, practice.facts, act.at)
    await markDecided(tx, practice.id, { state: 'published', reasons: '', version, ...decided })
  } else {
    await markDecided(tx, practice.id, { state: 'returned', reasons: given.reasons, ...decided })
    if (given.decision === 'take-down') await withdrawPublished(tx, practice.id, act.at)
  }
  if (given.decision !== 'return') await announcePractices(tx)
}

async function tell(deps: PracticesDeps, tx: Tx, practice: Practice, town: Town, given: GivenDecision): Promise<void> {
  for (const person of await deps.officeOf(tx, town.id)) {
    await deps.notify(tx, {
      person,
      kind: 'practices',
      key: `practice ${given.decision} ${practice.id} ${practice.revision}`,
      compose: (translator) => decidedNotice(translator, town, practice, given),
    })
  }
}
