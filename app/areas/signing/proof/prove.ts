/** An office shows that it speaks for the body that signs. */
import { type Act, recordAudit } from '../../../platform/audit/audit.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { newSecret } from '../../../platform/ids.ts'
import { applicantOf, peopleBehind } from '../applicants.ts'
import { type Application, lockCase, readApplication } from '../application-store.ts'
import { personOf, record } from '../begin.ts'
import type { SigningDeps } from '../deps.ts'
import { insertEvent } from '../event-store.ts'
import { askedToConfirmNotice, confirmedNotice, letterWantedNotice, proofMail, provedNotice } from '../notices.ts'
import type { Conflict } from '../policy.ts'
import { asWritten, hashOfCode, proofCode } from './codes.ts'
import { type CodeOutcome, codeOutcome, daysOf, isOfDomain, minutesBetweenMails } from './proof-rules.ts'
import {
  applicationAsked,
  askProof,
  checkedDomain,
  declineProof,
  giveProof,
  noteWrongCode,
  type Proof,
  proofsOf,
  writeCode,
} from './proof-store.ts'
import { conflictOfVoucher, vouchersFor } from './vouching.ts'

/** As long as it is not signed. */
async function withUnsigned<T>(
  { database }: Pick<SigningDeps, 'database'>,
  id: string,
  gone: T,
  work: (tx: Tx, application: Application) => Promise<T>,
): Promise<T> {
  return database.db.transaction().execute(async (tx) => {
    const before = await readApplication(tx, id)
    const application = before && (await lockCase(tx, before.caseId)).find((one) => one.id === id)
    return application && application.status !== 'signed' ? work(tx, application) : gone
  })
}

/** Domains at which a mail shows something: those of the official list; of others the one the secretariat has checked. */
export async function trustedDomains(
  db: Tx | SigningDeps['database']['db'],
  deps: Pick<SigningDeps, 'domainsOf'>,
  { id, authority, answers }: Pick<Application, 'id' | 'authority' | 'answers'>,
): Promise<readonly string[]> {
  if (authority !== null) return deps.domainsOf(db, authority)
  const checked = await checkedDomain(db, id)
  return checked !== undefined && (answers.who === undefined || checked === answers.who.domain) ? [checked] : []
}

export type MailOutcome = 'sent' | 'domain' | 'gone'

/** Sends a code to a mailbox of the body. */
export async function askByMail(
  deps: SigningDeps,
  act: Act,
  id: string,
  { email, translator }: { readonly email: string; readonly translator: Translator },
): Promise<MailOutcome> {
  await deps.readyToNotify()
  return withUnsigned<MailOutcome>(deps, id, 'gone', async (tx, application) => {
    if (!isOfDomain(email, await trustedDomains(tx, deps, application))) return 'domain'
    const proof = await askProof(tx, id, { way: 'mail', association: null, by: personOf(act), at: act.at })
    const [known] = (await proofsOf(tx, [id])).filter((one) => one.id === proof.id)
    const lately = known?.askedAt.add({ minutes: minutesBetweenMails })
    if (!proof.fresh && lately && Temporal.Instant.compare(act.at, lately) < 0) return 'sent'
    if (known?.givenAt) return 'sent'
    const code = proofCode(newSecret(), proof.id)
    const expiresAt = act.at.add({ hours: 24 * daysOf.mail })
    const domain = email.split('@').at(-1) ?? ''
    await writeCode(tx, proof.id, { sha256: hashOfCode(code), expiresAt, domain }, act.at)
    await record(tx, act, application)
    const applicant = await applicantOf(tx, deps, application)
    await deps.writeTo(tx, email, translator, proofMail(translator, { applicant, code: asWritten(code), id }))
    return 'sent'
  })
}

/** Asks each association of the body that has somebody who may answer. @returns false where there is none. */
export async function askAssociations(deps: SigningDeps, act: Act, id: string): Promise<boolean> {
  await deps.readyToNotify()
  return withUnsigned(deps, id, false, async (tx, application) => {
    if (application.authority === null) return false
    const applicant = await applicantOf(tx, deps, application)
    let [asked, fresh] = [false, false]
    for (const association of await deps.associationsOf(tx, application.authority)) {
      const people = await vouchersFor(tx, deps, association, application)
      if (people.length === 0) continue
      asked = true
      const proof = await askProof(tx, id, { way: 'association', association, by: personOf(act), at: act.at })
      if (!proof.fresh) continue
      fresh = true
      const [union] = await deps.readAssociations(tx, [association])
      if (!union) continue
      for (const person of people) {
        await deps.notify(tx, {
          ...{ person, kind: 'signing', key: `pact-confirm ${proof.id}` },
          compose: (translator) => askedToConfirmNotice(translator, { applicant, union }),
        })
      }
    }
    if (fresh) await record(tx, act, application)
    return asked
  })
}

/** The secretariat is to print a letter: for what it has on its desk. */
export async function askForLetter(deps: SigningDeps, act: Act, id: string): Promise<boolean> {
  await deps.readyToNotify()
  return withUnsigned(deps, id, false, async (tx, application) => {
    if (application.status === 'draft') return false
    const asked = await askProof(tx, id, { way: 'letter', association: null, by: personOf(act), at: act.at })
    if (!asked.fresh) return true
    await record(tx, act, application)
    const applicant = await applicantOf(tx, deps, application)
    for (const person of await deps.secretariatPeople(tx)) {
      await deps.notify(tx, {
        ...{ person, kind: 'signing', key: `pact-letter ${asked.id}` },
        compose: (translator) => letterWantedNotice(translator, { applicant, id: application.caseId }),
      })
    }
    return true
  })
}

/** @param sha256 of the code that was typed. */
export async function giveCode(deps: SigningDeps, act: Act, id: string, sha256: string): Promise<CodeOutcome | 'gone'> {
  await deps.readyToNotify()
  return withUnsigned<CodeOutcome | 'gone'>(deps, id, 'gone', async (tx, application) => {
    const proofs = await proofsOf(tx, [id])
    // The right code a second time: it is given already.
    if (proofs.some(({ way, givenAt }) => way !== 'association' && givenAt !== null)) return 'right'
    const outcome = codeOutcome(proofs, sha256, act.at)
    if (outcome === 'wrong') await noteWrongCode(tx, id)
    const proof = proofs.find(({ codeSha256 }) => codeSha256 !== null && codeSha256 === sha256)
    if (outcome === 'right' && proof) await prove(deps, tx, act, application, proof)
    return outcome
  })
}

/** The act of giving a code is recorded with its application. */
async function prove(deps: SigningDeps, tx: Tx, act: Act, application: Application, proof: Proof): Promise<void> {
  await giveProof(tx, proof.id, { person: personOf(act), at: act.at })
  await insertEvent(tx, application.id, { step: 'proved', person: personOf(act), at: act.at })
  await record(tx, act, application)
  await tellProved(deps, tx, application)
}

async function tellProved(deps: SigningDeps, tx: Tx, application: Application): Promise<void> {
  if (application.status !== 'submitted') return
  const applicant = await applicantOf(tx, deps, application)
  for (const person of await deps.secretariatPeople(tx)) {
    await deps.notify(tx, {
      ...{ person, kind: 'signing', key: `pact-proved ${application.id}` },
      compose: (translator) => provedNotice(translator, { applicant, id: application.caseId }),
    })
  }
}

export type ConfirmOutcome = 'done' | 'gone' | { readonly conflict: Conflict }

/** A coordinator says that the office speaks for a member of the association, or that the association cannot say so. */
export async function confirmMember(
  deps: SigningDeps,
  act: Act,
  association: string,
  { proof: id, says }: { readonly proof: string; readonly says: 'yes' | 'no' },
): Promise<ConfirmOutcome> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx): Promise<ConfirmOutcome> => {
    const of = await applicationAsked(tx, id, association)
    const application = of === undefined ? undefined : await readApplication(tx, of)
    if (!application) return 'gone'
    await lockCase(tx, application.caseId)
    const proof = (await proofsOf(tx, [application.id])).find((one) => one.id === id)
    if (!proof || application.status === 'signed') return 'gone'
    if (proof.givenAt !== null || (proof.declinedAt !== null && says === 'no')) return 'done'
    const conflict = act.person ? await conflictOfVoucher(tx, act.person, application) : undefined
    if (conflict) return { conflict }
    if (says === 'yes') {
      await giveProof(tx, id, { person: personOf(act), at: act.at })
      await insertEvent(tx, application.id, { step: 'proved', person: personOf(act), at: act.at })
      await tellProved(deps, tx, application)
    } else await declineProof(tx, id, act.at)
    // In the trail of the instance: a town's own shows what was done in its name.
    await recordAudit(tx, act, { authority: null, subject: `application ${application.id}`, detail: { says } })
    await tellOffice(deps, tx, application, association, says)
    return 'done'
  })
}

async function tellOffice(
  deps: SigningDeps,
  tx: Tx,
  application: Application,
  association: string,
  says: 'yes' | 'no',
): Promise<void> {
  const [union] = await deps.readAssociations(tx, [association])
  const applicant = await applicantOf(tx, deps, application)
  if (!union) return
  for (const person of await peopleBehind(tx, deps, application)) {
    await deps.notify(tx, {
      ...{ person, kind: 'signing', key: `pact-confirmed ${application.id} ${association} ${says}` },
      compose: (translator) => confirmedNotice(translator, { applicant, union, says, id: application.id }),
    })
  }
}
