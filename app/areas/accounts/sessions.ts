/** Where a person is signed in; the way back of an operator for somebody who has lost everything. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Notify } from '../../platform/mail/notice.ts'
import type { Doing } from './codes.ts'
import { deleteAuthenticator, deletePasskeys } from './factor-store.ts'
import { tellOf } from './notices.ts'
import { deleteIdentities, deleteSession, deleteSessions, findSessions, type OpenSession } from './session-store.ts'
import { findPerson } from './store.ts'

export interface Sessions {
  list(person: string, now: Temporal.Instant): Promise<readonly OpenSession[]>
  /** @returns false where the person has no such session. */
  end(doing: Doing, id: string): Promise<boolean>
  endOthers(doing: Doing): Promise<void>
  /**
   * Takes everything away by which the person with this address signs in beside their mailbox, and ends their sessions.
   *
   * @returns false when nobody has this address.
   */
  resetSecondFactor(act: Act, email: string): Promise<boolean>
}

export interface SessionsDeps {
  readonly database: Pick<Database, 'db'>
  readonly notify: Notify
}

export function createSessions({ database: { db }, notify }: SessionsDeps): Sessions {
  return {
    list: (person, now) => findSessions(db, person, now),
    end: ({ act, actor }, id) =>
      db.transaction().execute(async (tx) => {
        if (!(await deleteSession(tx, actor.id, id))) return false
        await recordAudit(tx, act, { authority: null, subject: actor.id, detail: { sessions: 1 } })
        return true
      }),
    endOthers: ({ act, actor, session }) =>
      db.transaction().execute(async (tx) => {
        const sessions = await deleteSessions(tx, actor.id, session.id)
        if (sessions === 0) return
        await recordAudit(tx, act, { authority: null, subject: actor.id, detail: { sessions } })
      }),
    resetSecondFactor: async (act, email) => {
      const person = await findPerson(db, email)
      if (!person) return false
      await db.transaction().execute(async (tx) => {
        await deleteAuthenticator(tx, person.id)
        await deletePasskeys(tx, person.id)
        await deleteIdentities(tx, person.id)
        const sessions = await deleteSessions(tx, person.id)
        await recordAudit(tx, act, { authority: null, subject: person.id, detail: { sessions } })
        await tellOf(notify, tx, person.id, 'reset')
      })
      return true
    },
  }
}
