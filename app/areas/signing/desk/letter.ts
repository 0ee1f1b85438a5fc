/** The secretariat prints a letter with a code, and posts it to the official address of the body. */
import { recordAudit } from '../../../platform/audit/audit.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { PdfDocument } from '../../../platform/pdf/pdf.ts'
import { longDate } from '../../../ui/dates.ts'
import { absolute, urls } from '../../../urls.ts'
import { type Applicant, applicantOf } from '../applicants.ts'
import { type Application, lockCase, readApplication } from '../application-store.ts'
import { dayAt, type SigningDeps } from '../deps.ts'
import type { Conflict } from '../policy.ts'
import { asWritten, hashOfCode, proofCode } from '../proof/codes.ts'
import { daysOf } from '../proof/proof-rules.ts'
import { notePrinting, type Proof, proofsOf, writeCode } from '../proof/proof-store.ts'
import { conflictFor, type PersonsAct } from './decide.ts'

export interface PrintedLetter {
  readonly application: Application
  readonly applicant: Applicant
  readonly code: string
  readonly until: Temporal.PlainDate
}

export const letterOf = (proofs: readonly Proof[]): Proof | undefined =>
  proofs.find(({ way, givenAt }) => way === 'letter' && givenAt === null)

/**
 * Each printing makes the codes before void.
 *
 * @param given.printing 256 random bits of this very form: sent twice, it makes the same code twice.
 * @returns undefined where no letter is wanted any more.
 */
export async function printLetter(
  deps: SigningDeps,
  act: PersonsAct,
  id: string,
  { printing }: { readonly printing: string },
): Promise<PrintedLetter | { readonly conflict: Conflict } | undefined> {
  return deps.database.db.transaction().execute(async (tx) => {
    const before = await readApplication(tx, id)
    const all = before ? await lockCase(tx, before.caseId) : []
    const application = all.find((one) => one.id === id)
    const proof = application && application.status !== 'signed' ? letterOf(await proofsOf(tx, [id])) : undefined
    if (!application || !proof) return undefined
    const conflict = await conflictFor(tx, act.person, all)
    if (conflict) return { conflict }
    const code = proofCode(printing, proof.id)
    const [sha256, expiresAt] = [hashOfCode(code), act.at.add({ hours: 24 * daysOf.letter })]
    if (proof.codeSha256 !== sha256) {
      await writeCode(tx, proof.id, { sha256, expiresAt }, act.at)
      await notePrinting(tx, proof.id)
      await recordAudit(tx, act, { authority: null, subject: `application ${id}` })
    }
    const applicant = await applicantOf(tx, deps, application)
    return { application, applicant, code, until: dayAt(expiresAt, applicant.timeZone) }
  })
}

interface Envelope {
  readonly address: readonly string[]
  readonly sender: string
  readonly today: Temporal.PlainDate
  /** Without a slash at its end. */
  readonly baseUrl: string
}

/** @param translator in the language of the letter. */
export function letterDocument(
  translator: Translator,
  { application, applicant, code, until }: PrintedLetter,
  { address, sender, today, baseUrl }: Envelope,
): PdfDocument {
  const { t, tag, dir } = translator
  const name = applicant.name(translator)
  const date = longDate(translator, until)
  const letter = {
    ...{ lang: tag.split('-')[0] ?? tag, dir },
    ...{ address: [...address], addressDir: 'ltr', sender: [sender], senderDir: dir },
    date: longDate(translator, today),
    subject: t('signing.letter.subject', { name }),
    before: [t('signing.letter.what', { name }), t('signing.letter.why')],
    facts: [],
    how: t('signing.letter.how'),
    steps: t('signing.letter.steps'),
    addressLabel: t('confirm.letter.address'),
    link: absolute(baseUrl, urls.application(applicant.base, application.id)),
    ...{ codeLabel: t('confirm.letter.code'), code: asWritten(code) },
    answers: t('signing.letter.until', { date }),
    after: [t('signing.letter.wrong')],
    foot: name,
  }
  return { template: 'provider-letters.typ', tag, dir, title: letter.subject, data: { letters: [letter] } }
}
