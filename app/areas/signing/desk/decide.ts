/** Two people of the secretariat decide, separately; the second agreement enters the signature in the register. */
import { type Act, recordAudit } from '../../../platform/audit/audit.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import type { Actor } from '../../../platform/session/actor.ts'
import { approvedTexts, enterSignatures, type NewSignature, type Signatory } from '../../register/index.ts'
import { applicantOf, peopleBehind } from '../applicants.ts'
import { type Application, lockCase, updateApplication, writersOf } from '../application-store.ts'
import { isSigned, personOf } from '../begin.ts'
import { contactNotNeeded } from '../contact-store.ts'
import { decisionDue, type Promised } from '../deadline-rules.ts'
import { agreementOf, type ReturnReason, signedOnOf } from '../decision-rules.ts'
import { dayAt, type SigningDeps } from '../deps.ts'
import { readDocumentFacts } from '../document-store.ts'
import {
  type Agreed,
  agreementsOf,
  deleteAgreement,
  deleteAgreements,
  insertAgreement,
  insertEvent,
} from '../event-store.ts'
import { returnedNotice, secondWantedNotice, signedNotice } from '../notices.ts'
import { type Conflict, conflictOf, type Decided } from '../policy.ts'
import { proofsOf } from '../proof/proof-store.ts'
import { moveAll, stepped } from '../submit.ts'
import { toldToDecide } from './deciders.ts'

export type PersonsAct = Act & { readonly person: NonNullable<Act['person']> }

type Db = SigningDeps['database']['db'] | Tx

/** What a conflict of interest is looked for in. */
export async function decidedIn(db: Db, all: readonly Application[]): Promise<Decided> {
  const ids = all.map(({ id }) => id)
  const proofs = await proofsOf(db, ids)
  return {
    authorities: all.flatMap(({ authority }) => authority ?? []),
    associations: all.flatMap(({ association }) => association ?? []),
    writers: await writersOf(db, ids),
    vouchers: proofs.flatMap(({ way, givenBy }) => (way === 'association' ? (givenBy ?? []) : [])),
  }
}

/** Whether each of those who sign has shown that it may. */
export async function isProved(db: Db, all: readonly Application[]): Promise<boolean> {
  const given = (
    await proofsOf(
      db,
      all.map(({ id }) => id),
    )
  ).filter(({ givenAt }) => givenAt !== null)
  return all.every(({ id }) => given.some(({ application }) => application === id))
}

export type DecideOutcome =
  | { readonly outcome: 'first' | 'again' | 'returned' | 'gone' | 'unproved' | 'signed-elsewhere' | 'text-gone' }
  | { readonly outcome: 'signed'; readonly signatories: readonly Signatory[] }
  | { readonly outcome: 'conflict'; readonly conflict: Conflict }

interface Scene {
  readonly deps: SigningDeps
  readonly tx: Tx
  readonly act: PersonsAct
  readonly all: readonly Application[]
}

/** What waits for the secretariat, held by this person. */
async function withWaiting(
  deps: SigningDeps,
  act: PersonsAct,
  caseId: string,
  work: (scene: Scene, lead: Application) => Promise<DecideOutcome>,
): Promise<DecideOutcome> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx): Promise<DecideOutcome> => {
    const all = await lockCase(tx, caseId)
    const [lead] = all
    if (!lead) return { outcome: 'gone' }
    const conflict = conflictOf(act.person, await decidedIn(tx, all))
    if (conflict) return { outcome: 'conflict', conflict }
    return work({ deps, tx, act, all }, lead)
  })
}

export function agreeTo(deps: SigningDeps, act: PersonsAct, caseId: string): Promise<DecideOutcome> {
  return withWaiting(deps, act, caseId, async (scene, lead) => {
    const { tx, all } = scene
    // Sent once more, after it was entered.
    if (lead.status === 'signed') return { outcome: 'signed', signatories: [] }
    if (lead.status !== 'submitted') return { outcome: 'gone' }
    if (!(await isProved(tx, all))) return { outcome: 'unproved' }
    const agreed = await dropLapsed(scene, await agreementsOf(tx, caseId))
    const agreement = agreementOf(
      agreed.map(({ person }) => person),
      act.person.id,
    )
    if (agreement === 'again') return { outcome: 'again' }
    if (agreement === 'second') return enter(scene, lead)
    await insertAgreement(tx, caseId, { person: act.person.id, at: act.at })
    // Of the instance: a town's trail does not say who of the secretariat has looked at it first.
    await recordAudit(tx, act, { authority: null, subject: `application ${caseId}` })
    await tellSecond(scene, lead)
    return { outcome: 'first' }
  })
}

/** Whoever has left the secretariat since, or works for one of those who sign by now, has agreed to nothing. */
async function dropLapsed({ deps, tx, all }: Scene, agreed: readonly Agreed[]): Promise<Agreed[]> {
  const decided = await decidedIn(tx, all)
  const serving = await deps.secretariatPeople(tx)
  const kept: Agreed[] = []
  for (const one of agreed) {
    const actor = serving.includes(one.person) ? await deps.actorOf(tx, one.person) : undefined
    if (actor && conflictOf(actor, decided) === undefined) kept.push(one)
    else await deleteAgreement(tx, all[0]?.caseId ?? '', one.person)
  }
  return kept
}

async function tellSecond({ deps, tx, act, all }: Scene, lead: Application): Promise<void> {
  const first = await applicantOf(tx, deps, lead)
  const others = (await deps.secretariatPeople(tx)).filter((one) => one !== act.person.id)
  for (const person of await toldToDecide(tx, deps, others, await decidedIn(tx, all))) {
    await deps.notify(tx, {
      ...{ person, kind: 'signing', key: `pact-second ${lead.caseId} ${act.at.epochMilliseconds}` },
      compose: (translator) =>
        secondWantedNotice(translator, { first, more: all.length - 1, due: lead.due ?? '', id: lead.caseId }),
    })
  }
}

async function enter(scene: Scene, lead: Application): Promise<DecideOutcome> {
  const { deps, tx, act, all } = scene
  for (const one of all) if (await isSigned(tx, one)) return { outcome: 'signed-elsewhere' }
  const signatures: NewSignature[] = []
  for (const one of all) {
    const signature = await signatureOf(scene, lead, one)
    if (!signature) return { outcome: 'text-gone' }
    signatures.push(signature)
  }
  const signatories = await enterSignatures(tx, deps, act, signatures)
  const agreed = [...(await agreementsOf(tx, lead.caseId)), { person: act.person.id, at: act.at }]
  for (const [index, one] of all.entries()) {
    const signatory = signatories[index]
    if (!signatory) throw new Error('a signature was not entered')
    // What was answered stands in the register now, where it can be erased.
    const change = { status: stepped(one, 'sign'), due: null, answers: {}, signedAt: act.at, signatory: signatory.id }
    await updateApplication(tx, one.id, change, act.at)
    for (const { person, at } of agreed) await insertEvent(tx, one.id, { step: 'agreed', person, at })
    await insertEvent(tx, one.id, { step: 'signed', person: null, at: act.at })
    await tellSigned(scene, one, signatory)
  }
  await deleteAgreements(tx, lead.caseId)
  await contactNotNeeded(
    tx,
    all.map(({ id }) => id),
    act.at,
  )
  await recordAudit(tx, act, { authority: null, subject: `application ${lead.caseId}` })
  return { outcome: 'signed', signatories }
}

async function signatureOf(
  { deps, tx, act }: Scene,
  lead: Application,
  one: Application,
): Promise<NewSignature | undefined> {
  const { kind, country, authority, association, answers, id, submittedAt } = one
  const { text, decision, office, who, body } = answers
  const applicant = await applicantOf(tx, deps, one)
  const accepted = (await approvedTexts(tx)).find(
    ({ version, language }) => version === text?.version && language === text?.language,
  )
  if (!text || !accepted) return undefined
  const { ceremony } = lead.answers
  const decidedOn = decision?.on ?? text.on
  const days = {
    ...{ ceremony: ceremony?.on ?? null, decided: decidedOn },
    handedIn: dayAt(submittedAt ?? act.at, applicant.timeZone).toString(),
    today: dayAt(act.at, applicant.timeZone).toString(),
  }
  const document = await readDocumentFacts(tx, { application: id })
  return {
    signs: { kind, country, authority, association, name: applicant.officialName },
    facts: {
      ...{ signedOn: signedOnOf(days), decidedOn, textVersion: text.version, textLanguage: text.language },
      ...{ documentSha256: document?.sha256 ?? null, ceremonyOn: ceremony?.on ?? null },
    },
    texts: {
      decision_body: decision?.body ?? '',
      decision_reference: decision?.reference ?? '',
      signing_office: office?.office ?? [who?.mandate, body?.name].filter(Boolean).join(', '),
      signing_person: office?.person ?? '',
      ceremony_place: ceremony?.place ?? '',
      ceremony_witness: ceremony?.witness ?? '',
    },
    demonstration: applicant.place?.demonstration ?? accepted.demonstration,
  }
}

async function tellSigned({ deps, tx }: Scene, one: Application, { number }: Signatory): Promise<void> {
  const applicant = await applicantOf(tx, deps, one)
  for (const person of await peopleBehind(tx, deps, one)) {
    await deps.notify(tx, {
      ...{ person, kind: 'signing', key: `pact-signed ${one.id}` },
      compose: (translator) => signedNotice(translator, { applicant, number, id: one.id }),
    })
  }
}

export interface Returning {
  readonly reasons: readonly ReturnReason[]
  readonly words: string
  readonly days: Promised
}

/** It goes back to whoever applies, with reasons and a promise. What one person had agreed to holds no longer. */
export function returnIt(deps: SigningDeps, act: PersonsAct, caseId: string, said: Returning): Promise<DecideOutcome> {
  return withWaiting(deps, act, caseId, async ({ tx, all }, lead) => {
    if (lead.status === 'returned') return { outcome: 'returned' }
    if (lead.status !== 'submitted') return { outcome: 'gone' }
    const { reasons, words, days } = said
    const due = decisionDue(dayAt(act.at), days)
    const by = { event: 'returned', person: personOf(act), at: act.at } as const
    await moveAll(tx, all, 'return', by, { reasons, words, promisedDays: days })
    await recordAudit(tx, act, { authority: null, subject: `application ${caseId}`, detail: { reasons: [...reasons] } })
    for (const one of all) {
      const applicant = await applicantOf(tx, deps, one)
      for (const person of await peopleBehind(tx, deps, one)) {
        await deps.notify(tx, {
          ...{ person, kind: 'signing', key: `pact-returned ${one.id} ${act.at.epochMilliseconds}` },
          compose: (translator) => returnedNotice(translator, { applicant, id: one.id, ...said, by: due }),
        })
      }
    }
    return { outcome: 'returned' }
  })
}

/** Why this person does not decide; undefined where nothing stands against it. */
export async function conflictFor(
  db: Db,
  actor: Pick<Actor, 'id' | 'roles'>,
  all: readonly Application[],
): Promise<Conflict | undefined> {
  return conflictOf(actor, await decidedIn(db, all))
}
