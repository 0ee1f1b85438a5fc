/**
 * The first person of a town that its association has written to: the letter went to an address that the association gave,
 * so it has vouched for whoever reads there. The role comes with the mailed link, never before.
 */
import { actOf, recordAudit } from '../../../platform/audit/audit.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import { newId } from '../../../platform/ids.ts'
import { associationsOf } from '../../associations/index.ts'
import type { PeopleDeps } from './deps.ts'
import { endExpired, insertInvitation, listInvitations, renewInvitation } from './invitation-store.ts'
import { expiryFrom, mailInvitation } from './invitations.ts'
import { lockPlace, readStaff } from './people-store.ts'
import { placeOf } from './place.ts'
import { newToken } from './tokens.ts'

export interface FirstPerson {
  /** Id. */
  readonly authority: string
  /** In lower case. */
  readonly email: string
  readonly name: string
  /** Code. */
  readonly language: string
}

/** Nobody else could let anybody in. */
const role = 'approver'
/** Whoever did not get the mail may ask again; the same form sent twice mails once. */
const mailAgainAfter = { minutes: 10 }

/**
 * `jobs.start` must have been awaited before.
 *
 * @param invitedBy id of the coordinator in whose name the letter went; null where they are gone.
 * @returns false where somebody works there already: they decide who joins.
 */
export async function inviteFirst(
  tx: Tx,
  deps: PeopleDeps,
  given: FirstPerson,
  invitedBy: string | null,
): Promise<boolean> {
  const { authority, ...invited } = given
  const associations = await associationsOf(tx, authority)
  const subject = { kind: 'authority', id: authority, country: '', slug: '', associations } as const
  const place = await placeOf(tx, deps.config.instanceName, subject)
  await lockPlace(tx, place.scope)
  if ((await readStaff(tx, place.scope, associations)).people > 0) return false
  const act = actOf('letter', 'people.invite-first', deps.clock.now())
  await endExpired(tx, place.scope, act.at)
  const { token, sha256 } = newToken()
  const sent = { sentAt: act.at, expiresAt: expiryFrom(act.at) }
  const open = (await listInvitations(tx, place.scope)).find((one) => one.email === given.email && one.role === role)
  if (open) {
    if (Temporal.Instant.compare(open.sentAt.add(mailAgainAfter), act.at) > 0) return true
    await renewInvitation(tx, open.id, { tokenSha256: sha256, ...sent })
    await mailInvitation(tx, deps, place, { ...open, ...sent }, token, true)
    return true
  }
  const invitation = { ...invited, ...sent, id: newId(), scope: place.scope, invitedBy, replaces: null }
  const first = { ...invitation, role, office: 'association' } as const
  if (!(await insertInvitation(tx, first, sha256))) return true
  await mailInvitation(tx, deps, place, first, token, true)
  const detail = { role, office: 'association', replaces: false }
  await recordAudit(tx, act, { authority, subject: invitation.id, detail })
  return true
}
