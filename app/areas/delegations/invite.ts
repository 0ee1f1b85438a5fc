/** Host or secretariat invite organisations that are no signatories: as observers, or as partners. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Meeting } from '../meetings/index.ts'
import { lockDelegations } from './delegate-store.ts'
import type { DelegationsOfficeDeps } from './deps.ts'
import { deleteGuest, insertGuest, readGuest } from './guest-store.ts'
import { invitedNotice } from './notices.ts'
import type { Guest } from './schema.ts'
import { readSender } from './senders.ts'

export type Invited = Pick<Guest, 'id' | 'kind' | 'name'> & {
  /** Of whoever registers its people, and the language in which they are written to first. */
  readonly email: string
  readonly language: string
}

export async function inviteGuest(
  deps: DelegationsOfficeDeps,
  act: Act,
  meeting: Meeting,
  { email, language, ...given }: Invited,
): Promise<void> {
  await deps.readyToNotify()
  await deps.database.db.transaction().execute(async (tx) => {
    await lockDelegations(tx, meeting.id)
    if (await readGuest(tx, given.id)) return
    const contact = await deps.personAt(tx, { email, language })
    await insertGuest(tx, { ...given, meeting: meeting.id, contact }, { person: act.person?.id ?? null, at: act.at })
    await recordAudit(tx, act, {
      authority: meeting.host,
      subject: `guest ${given.id}`,
      detail: { year: meeting.year },
    })
    const from = await readSender(deps, tx, { kind: 'guest', id: given.id })
    if (!from) return
    await deps.notify(tx, {
      ...{ person: contact, kind: 'meetings', key: `delegation invited ${given.id}` },
      compose: (translator) => invitedNotice(translator, from, meeting),
    })
  })
}

/** Nothing of the organisation and of its people is left. A second click finds it gone. */
export async function uninviteGuest(
  { database }: Pick<DelegationsOfficeDeps, 'database'>,
  act: Act,
  meeting: Meeting,
  id: string,
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    await lockDelegations(tx, meeting.id)
    if (!(await deleteGuest(tx, meeting.id, id))) return
    await recordAudit(tx, act, { authority: meeting.host, subject: `guest ${id}`, detail: { year: meeting.year } })
  })
}
