/** Somebody misses a body in the directory: the secretariat looks, and answers. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { personOf } from './begin.ts'
import { answerRequest, insertBodyRequest, isAnswered, waitingOf } from './body-store.ts'
import type { SigningDeps } from './deps.ts'
import type { PersonsAct } from './desk/decide.ts'
import { bodyAnsweredNotice, bodyAskedNotice } from './later-notices.ts'

/** So many of one person may wait. */
const mostWaiting = 10

export interface AskedBody {
  /** Made with the form: the form sent twice asks once. */
  readonly id: string
  readonly country: string
  readonly name: string
  readonly web: string
}

/** @returns false where this person has asked for many that wait. */
export async function askForBody(deps: SigningDeps, act: Act, asked: AskedBody): Promise<boolean> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    const person = personOf(act)
    if (person && (await waitingOf(tx, person)) >= mostWaiting) return false
    if (!(await insertBodyRequest(tx, { ...asked, askedAt: act.at, askedBy: person }))) return true
    await recordAudit(tx, act, { authority: null, subject: `body request ${asked.id}` })
    for (const reader of await deps.secretariatPeople(tx)) {
      await deps.notify(tx, {
        ...{ person: reader, kind: 'signing', key: `pact-body ${asked.id}` },
        compose: (translator) => bodyAskedNotice(translator, asked),
      })
    }
    return true
  })
}

/** @returns false where there is no such request. */
export async function answerBody(deps: SigningDeps, act: PersonsAct, id: string, answer: string): Promise<boolean> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    const request = await answerRequest(tx, id, answer, { person: act.person.id, at: act.at })
    if (!request) return isAnswered(tx, id)
    await recordAudit(tx, act, { authority: null, subject: `body request ${id}` })
    if (request.askedBy) {
      await deps.notify(tx, {
        ...{ person: request.askedBy, kind: 'signing', key: `pact-body-answered ${id}` },
        compose: (translator) => bodyAnsweredNotice(translator, request, answer),
      })
    }
    return true
  })
}
