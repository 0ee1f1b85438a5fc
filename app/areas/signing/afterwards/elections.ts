/** Associations, or the secretariat, enter when councils are elected; some time after it each council that has signed is invited, once. */
import { type Act, recordAudit } from '../../../platform/audit/audit.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import { type Signatory, signedBodiesIn } from '../../register/index.ts'
import { applicantOf } from '../applicants.ts'
import { personOf } from '../begin.ts'
import { inviteAfterDays } from '../deadline-rules.ts'
import { dayAt, type SigningDeps } from '../deps.ts'
import { reaffirmNotice } from '../later-notices.ts'
import {
  areasNow,
  type Calendar,
  deleteElection,
  type Election,
  electionsHeld,
  insertElection,
  insertInvitation,
  markInvited,
} from './election-store.ts'

type Deps = Pick<SigningDeps, 'database'>

export async function addElection({ database }: Deps, act: Act, election: Omit<Election, 'invitedAt'>): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    if (!(await insertElection(tx, election, { person: personOf(act), at: act.at }))) return
    await recordAudit(tx, act, { authority: null, subject: `election ${election.id}` })
  })
}

/** @returns false where there is none that can be taken out. */
export async function removeElection({ database }: Deps, act: Act, calendar: Calendar, id: string): Promise<boolean> {
  return database.db.transaction().execute(async (tx) => {
    if (!(await deleteElection(tx, calendar, id))) return false
    await recordAudit(tx, act, { authority: null, subject: `election ${id}` })
    return true
  })
}

/** @returns how many councils were invited. */
export async function inviteAfterElections(deps: SigningDeps): Promise<number> {
  const now = deps.clock.now()
  const until = dayAt(now).subtract({ days: inviteAfterDays }).toString()
  await deps.readyToNotify()
  let invited = 0
  for (const election of await electionsHeld(deps.database.db, until)) {
    invited += await deps.database.db.transaction().execute((tx) => inviteAfter(deps, tx, election, now))
  }
  return invited
}

async function inviteAfter(deps: SigningDeps, tx: Tx, election: Election, now: Temporal.Instant): Promise<number> {
  const takesPart = await thoseOf(deps, tx, election)
  const signed = await signedBodiesIn(tx, election.country)
  let count = 0
  for (const signatory of signed) {
    const { authority, kind } = signatory
    if (!election.kinds.some((one) => one === kind)) continue
    // Whoever signed or reaffirmed since has been elected in these elections.
    const stands = signatory.reaffirmedOn ?? signatory.signedOn
    if (authority === null || stands > election.heldOn || !(await takesPart(authority))) continue
    if (await invite(deps, tx, election, { ...signatory, authority }, now)) count += 1
  }
  await markInvited(tx, election.id, now)
  return count
}

/** Whether a body is in the country, the association or one of the areas that elect. */
async function thoseOf(deps: SigningDeps, tx: Tx, { scope, association, areas }: Election) {
  const members = new Set(scope === 'members' && association !== null ? await deps.membersOf(tx, association) : [])
  const elect = scope === 'areas' ? await areasNow(tx, areas) : new Set<string>()
  return async (authority: string): Promise<boolean> => {
    if (scope === 'country') return true
    if (scope === 'members') return members.has(authority)
    return (await deps.areasOf(tx, authority)).some((one) => elect.has(one))
  }
}

async function invite(
  deps: SigningDeps,
  tx: Tx,
  election: Election,
  signatory: Signatory & { readonly authority: string },
  at: Temporal.Instant,
): Promise<boolean> {
  const { id, authority } = signatory
  const invitation = { election: election.id, signatory: id, authority, heldOn: election.heldOn }
  if (!(await insertInvitation(tx, invitation, at))) return false
  const applicant = await applicantOf(tx, deps, { authority, association: null, answers: {} })
  for (const person of await deps.officeOf(tx, authority)) {
    await deps.notify(tx, {
      ...{ person, kind: 'signing', key: `pact-reaffirm ${id} ${election.heldOn}` },
      compose: (translator) => reaffirmNotice(translator, { applicant, heldOn: election.heldOn }),
    })
  }
  return true
}
