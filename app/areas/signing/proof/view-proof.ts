/** What an office has shown, what is under way and what it can still do, in words. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import { longDate } from '../../../ui/dates.ts'
import { apart } from '../../../ui/lists.ts'
import type { Application } from '../application-store.ts'
import { dayAt, nameOf, type SigningOfficeDeps } from '../deps.ts'
import { isOwn } from '../journey-rules.ts'
import type { ProofView } from '../pages/proof-forms.tsx'
import { mostWrongCodes } from './proof-rules.ts'
import type { Proof } from './proof-store.ts'
import { trustedDomains } from './prove.ts'
import { vouchersFor } from './vouching.ts'

export async function proofView(
  translator: Translator,
  deps: SigningOfficeDeps,
  application: Application,
  proofs: readonly Proof[],
): Promise<Omit<ProofView, 'typed'>> {
  const { t } = translator
  const domains = await trustedDomains(deps.database.db, deps, application)
  const own = isOwn(application)
  const typedDomain = application.answers.who?.domain ?? ''
  const waiting = proofs.filter(({ givenAt }) => givenAt === null)
  const lines = (list: readonly Proof[]) => proofLines(translator, deps, list)
  return {
    given: await lines(proofs.filter(({ givenAt }) => givenAt !== null)),
    waiting: await lines(waiting),
    domains,
    noDomain: t(
      own ? (typedDomain === '' ? 'signing.proof.noOwnDomain' : 'signing.proof.unchecked') : 'signing.proof.noDomain',
    ),
    associations: await hasAssociations(deps, application, proofs),
    letter: application.status !== 'draft' && !proofs.some(({ way }) => way === 'letter'),
    code: waiting.some(({ codeSha256, wrongCodes }) => codeSha256 !== null && wrongCodes < mostWrongCodes),
  }
}

/** Somebody of an association may answer who was not asked yet. */
async function hasAssociations(
  deps: SigningOfficeDeps,
  application: Application,
  proofs: readonly Proof[],
): Promise<boolean> {
  const { authority } = application
  if (authority === null) return false
  const { db } = deps.database
  for (const one of await deps.associationsOf(db, authority)) {
    if (proofs.some(({ association }) => association === one)) continue
    if ((await vouchersFor(db, deps, one, application)).length > 0) return true
  }
  return false
}

/** One line for each, in the order in which they were asked for. */
export async function proofLines(
  translator: Translator,
  deps: SigningOfficeDeps,
  proofs: readonly Proof[],
): Promise<string[]> {
  const ids = proofs.flatMap(({ association }) => association ?? [])
  const unions = await deps.readAssociations(deps.database.db, [...new Set(ids)])
  return proofs.map((proof) => {
    const union = unions.find(({ id }) => id === proof.association)
    return lineOf(translator, proof, union ? apart(nameOf(union, translator)) : '')
  })
}

function lineOf(translator: Translator, proof: Proof, association: string): string {
  const { t } = translator
  const day = (at: Temporal.Instant) => longDate(translator, dayAt(at))
  const { way, givenAt, declinedAt, askedAt, printings, expiresAt } = proof
  const words = { association, domain: apart(proof.domain ?? '') }
  if (givenAt) return t(`signing.proof.given.${way}`, { ...words, date: day(givenAt) })
  if (way === 'association') {
    return t(declinedAt ? 'signing.proof.declined' : 'signing.proof.waiting.association', {
      ...words,
      date: day(askedAt),
    })
  }
  if (way === 'letter' && printings === 0) return t('signing.proof.waiting.letter', { date: day(askedAt) })
  const until = expiresAt ? day(expiresAt) : ''
  return t(way === 'letter' ? 'signing.proof.waiting.posted' : 'signing.proof.waiting.mail', { ...words, date: until })
}
