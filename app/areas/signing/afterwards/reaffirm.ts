/** A council stands by its signature: its office sends the decision, one person of the secretariat enters it. */

import type { Act } from '../../../platform/audit/audit.ts'
import { recordAudit } from '../../../platform/audit/audit.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import { enterReaffirmation, type Signatory, signatoryById } from '../../register/index.ts'
import { applicantOf } from '../applicants.ts'
import { personOf } from '../begin.ts'
import { reaffirmationDays, workingDaysAfter } from '../deadline-rules.ts'
import { dayAt, type SigningDeps } from '../deps.ts'
import type { PersonsAct } from '../desk/decide.ts'
import { toldToDecide } from '../desk/deciders.ts'
import { readDocumentFacts, type SentDocument, writeDocument } from '../document-store.ts'
import { reaffirmationReturnedNotice, reaffirmationSentNotice, reaffirmedNotice } from '../later-notices.ts'
import { type Conflict, conflictOf, type Decided } from '../policy.ts'
import type { Answer } from '../schema.ts'
import {
  closeReaffirmation,
  insertReaffirmation,
  lockReaffirmation,
  type Reaffirmation,
} from './reaffirmation-store.ts'

export interface SentReaffirmation {
  /** Made with the form: the form sent twice sends once. */
  readonly id: string
  readonly decision: Answer<'decision'>
  readonly document: (SentDocument & { readonly id: string }) | undefined
}

type Of = Signatory & { readonly authority: string }

/** @returns false where one of this council waits already. */
export async function sendReaffirmation(
  deps: SigningDeps,
  act: Act,
  signatory: Of,
  { id, decision, document }: SentReaffirmation,
): Promise<boolean> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    const known = await lockReaffirmation(tx, id)
    if (known) return known.signatory === signatory.id
    const due = workingDaysAfter(dayAt(act.at), reaffirmationDays)
    const sent = { id, signatory: signatory.id, authority: signatory.authority, due: due.toString() }
    const said = { decisionBody: decision.body, decisionReference: decision.reference, decidedOn: decision.on }
    const by = { person: personOf(act), at: act.at }
    if (!(await insertReaffirmation(tx, { ...sent, ...said, sentAt: act.at, sentBy: by.person }))) return false
    if (document) await writeDocument(tx, { reaffirmation: id }, document, by)
    await recordAudit(tx, act, { authority: signatory.authority, subject: `signatory ${signatory.number}` })
    const applicant = await applicantOf(tx, deps, { authority: signatory.authority, association: null, answers: {} })
    const serving = await deps.secretariatPeople(tx)
    for (const person of await toldToDecide(tx, deps, serving, decidedIn({ ...sent, sentBy: by.person }))) {
      await deps.notify(tx, {
        ...{ person, kind: 'signing', key: `pact-reaffirmation ${id}`, due: due.toZonedDateTime('UTC').toInstant() },
        compose: (translator) => reaffirmationSentNotice(translator, { applicant, due, id }),
      })
    }
    return true
  })
}

export type ReaffirmOutcome = 'done' | 'gone' | { readonly conflict: Conflict }

/** @param words undefined: it is entered; else why it goes back. */
export async function decideReaffirmation(
  deps: SigningDeps,
  act: PersonsAct,
  id: string,
  words: string | undefined,
): Promise<ReaffirmOutcome> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx): Promise<ReaffirmOutcome> => {
    const sent = await lockReaffirmation(tx, id)
    const signatory = sent && (await signatoryById(tx, sent.signatory))
    if (!sent || !signatory) return 'gone'
    const state = words === undefined ? 'entered' : 'returned'
    // What waited when the signature ended waits for nobody.
    if (sent.state !== 'waiting' || signatory.status !== 'signed') return sent.state === state ? 'done' : 'gone'
    const conflict = conflictFor(act, sent)
    if (conflict) return { conflict }
    if (state === 'entered' && !(await enter(deps, tx, act, sent))) return 'gone'
    await closeReaffirmation(tx, id, { state, words: words ?? '', by: act.person.id, at: act.at })
    if (state === 'returned') await recordAudit(tx, act, { authority: null, subject: `signatory ${signatory.number}` })
    await tell(deps, tx, sent, words)
    return 'done'
  })
}

/** Nobody enters what they have sent, or what a body says for which they work. */
export function conflictFor(
  { person }: Pick<PersonsAct, 'person'>,
  { authority, sentBy }: Pick<Reaffirmation, 'authority' | 'sentBy'>,
): Conflict | undefined {
  return conflictOf(person, decidedIn({ authority, sentBy }))
}

export const decidedIn = ({ authority, sentBy }: Pick<Reaffirmation, 'authority' | 'sentBy'>): Decided => ({
  ...{ authorities: [authority], associations: [], vouchers: [] },
  writers: sentBy === null ? [] : [sentBy],
})

async function enter(deps: SigningDeps, tx: Tx, act: PersonsAct, sent: Reaffirmation): Promise<boolean> {
  const document = await readDocumentFacts(tx, { reaffirmation: sent.id })
  return enterReaffirmation(tx, deps, act, sent.signatory, {
    decidedOn: sent.decidedOn,
    documentSha256: document?.sha256 ?? null,
    texts: { decision_body: sent.decisionBody, decision_reference: sent.decisionReference },
  })
}

async function tell(deps: SigningDeps, tx: Tx, sent: Reaffirmation, words: string | undefined): Promise<void> {
  const applicant = await applicantOf(tx, deps, { authority: sent.authority, association: null, answers: {} })
  for (const person of await deps.officeOf(tx, sent.authority)) {
    await deps.notify(tx, {
      ...{ person, kind: 'signing', key: `pact-reaffirmed ${sent.id}` },
      compose: (translator) =>
        words === undefined
          ? reaffirmedNotice(translator, { applicant })
          : reaffirmationReturnedNotice(translator, { applicant, words }),
    })
  }
}
