/** What may happen to the register: every act adds a line to its history, in the transaction that changes it. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import { appendEntries, registerTag } from './append.ts'
import { deleteOpenings, lockRegister } from './chain-store.ts'
import type { RegisterDeps } from './deps.ts'
import {
  type CommittedField,
  type EntryAct,
  lineOf,
  nameIsOpening,
  type SignatureFacts,
  type Signs,
  signedMembers,
  sinceOf,
  statusOfAct,
  type Texts,
} from './entry-rules.ts'
import { approvedHashes } from './pact-text-store.ts'
import {
  entriesOf,
  eraseName,
  highestNumber,
  insertSignatories,
  type Signatory,
  signatoriesOf,
  signatoryById,
  updateSigned,
  updateStanding,
} from './signatory-store.ts'
import { type Step, statusAfter } from './status-rules.ts'

export interface NewSignature {
  readonly signs: Signs
  readonly facts: SignatureFacts
  readonly texts: Texts
  readonly demonstration: boolean
}

/**
 * Enters one or more signatures; several at once have signed together.
 *
 * @returns the signatories with the numbers that are theirs from now on.
 * @throws where one of them stands in the register already: the database refuses a second signature of an authority.
 */
export async function enterSignatures(
  tx: Tx,
  deps: RegisterDeps,
  act: Act,
  signatures: readonly NewSignature[],
): Promise<Signatory[]> {
  const joint = signatures.length > 1 ? newId() : null
  const { signatories, numbers } = await enter(tx, deps, act, signatures, joint)
  for (const [index, { authority, number }] of signatories.entries()) {
    const detail = { entry: at(numbers, index) }
    await recordAudit(tx, act, { authority, subject: `signatory ${number}`, detail })
  }
  return signatories
}

/**
 * Enters many signatures at once, of signatories that have nothing to do with each other: such as all those that another
 * register has handed over. One audit record tells of all.
 *
 * @throws as `enterSignatures`.
 */
export async function enterApart(
  tx: Tx,
  deps: RegisterDeps,
  act: Act,
  signatures: readonly NewSignature[],
): Promise<Signatory[]> {
  const { signatories } = await enter(tx, deps, act, signatures, null)
  const [first, last] = [signatories[0], signatories.at(-1)]
  if (!first || !last) return []
  const subject = `signatories ${first.number} to ${last.number}`
  await recordAudit(tx, act, { authority: null, subject, detail: { signatories: signatories.length } })
  return signatories
}

async function enter(
  tx: Tx,
  deps: RegisterDeps,
  act: Act,
  signatures: readonly NewSignature[],
  joint: string | null,
): Promise<{ readonly signatories: Signatory[]; readonly numbers: number[] }> {
  await lockRegister(tx)
  const highest = await highestNumber(tx)
  const signatories = signatures.map(({ signs, facts, demonstration }, at): Signatory => {
    const { signedOn, textVersion, textLanguage } = facts
    const standing = { status: 'signed', statusSince: signedOn, reaffirmedOn: null, successors: [] } as const
    const number = highest + 1 + at
    return { ...signs, ...standing, id: newId(), number, signedOn, textVersion, textLanguage, joint, demonstration }
  })
  await insertSignatories(tx, signatories, act.at)
  const hashOf = await approvedHashes(tx)
  const entries = signatures.map(({ signs, facts, texts }, index) => {
    const { id, number } = at(signatories, index)
    const hash = hashOf({ version: facts.textVersion, language: facts.textLanguage })
    return {
      ...{ signatory: id, act: 'signed' as const, occurredOn: facts.signedOn },
      line: lineOf('signed', number, act.at, facts.signedOn, signedMembers(signs, facts, joint, hash)),
      texts: nameIsOpening(signs.kind) ? { ...texts, name: signs.name } : texts,
    }
  })
  const authorities = signatories.flatMap(({ authority }) => authority ?? [])
  const numbers = await appendEntries(tx, deps, entries, { at: act.at, authorities })
  return { signatories, numbers }
}

function at<T>(list: readonly T[], index: number): T {
  const one = list[index]
  if (one === undefined) throw new Error('an entry has no signatory')
  return one
}

/** What stands there, until the transaction ends: nobody else enters anything meanwhile. */
export async function lockSignatory(tx: Tx, id: string): Promise<Signatory | undefined> {
  await lockRegister(tx)
  return signatoryById(tx, id)
}

/** @returns false where its status does not allow it: somebody else was quicker. */
export type Changed = Promise<boolean>

/** The council stands by its signature. */
export function enterReaffirmation(
  tx: Tx,
  deps: RegisterDeps,
  act: Act,
  signatory: string,
  given: { readonly decidedOn: string; readonly documentSha256: string | null; readonly texts: Texts },
): Changed {
  const { decidedOn, documentSha256, texts } = given
  return change(tx, deps, act, signatory, 'reaffirm', {
    ...{ act: 'reaffirmed', occurredOn: decidedOn, texts },
    members: { decided_on: decidedOn, document_sha256: documentSha256 },
    standing: { reaffirmedOn: decidedOn },
  })
}

/** The signatory withdraws. @param given.texts with its own `words`. */
export function enterWithdrawal(
  tx: Tx,
  deps: RegisterDeps,
  act: Act,
  signatory: string,
  given: { readonly on: string; readonly decidedOn: string; readonly texts: Texts },
): Changed {
  return change(tx, deps, act, signatory, 'withdraw', {
    ...{ act: 'withdrawn', occurredOn: given.on, texts: given.texts },
    members: { decided_on: given.decidedOn },
    standing: {},
  })
}

/** A wrong day or text is put right; what was entered before stays in the history. @param given.texts `words`: why. */
export async function enterCorrection(
  tx: Tx,
  deps: RegisterDeps,
  act: Act,
  signatory: string,
  given: {
    readonly on: string
    readonly signed: Pick<Signatory, 'signedOn' | 'textVersion' | 'textLanguage'>
    readonly texts: Texts
  },
): Changed {
  const { signedOn, textVersion, textLanguage } = given.signed
  const hash = (await approvedHashes(tx))({ version: textVersion, language: textLanguage })
  const done = await change(tx, deps, act, signatory, 'correct', {
    ...{ act: 'corrected', occurredOn: given.on, texts: given.texts },
    members: { signed_on: signedOn, text_version: textVersion, text_language: textLanguage, text_sha256: hash },
    standing: {},
    signedOn,
  })
  if (done) await updateSigned(tx, signatory, given.signed)
  return done
}

/**
 * An authority is no more: its signature is shown with those that took its place, under the number it has.
 *
 * @param merger.into ids of authorities, at least one. @returns the signatory, if the authority was one.
 */
export async function enterMerger(
  tx: Tx,
  deps: RegisterDeps,
  act: Act,
  merger: { readonly from: string; readonly into: readonly string[]; readonly on: string },
): Promise<Signatory | undefined> {
  const [signatory] = (await signatoriesOf(tx, merger.from)).filter(({ status }) => status === 'signed')
  if (!signatory) return undefined
  await change(tx, deps, act, signatory.id, 'merge', {
    ...{ act: 'merged', occurredOn: merger.on, texts: {} },
    members: { successors: merger.into.toSorted().join(' ') },
    standing: { successors: merger.into },
    alsoShownBy: merger.into,
  })
  return signatory
}

interface Change {
  readonly act: EntryAct
  readonly occurredOn: string
  readonly members: Readonly<Record<string, string | null>>
  readonly texts: Texts
  readonly standing: Partial<Pick<Signatory, 'reaffirmedOn' | 'successors'>>
  /** Of a correction: the day on which it was signed after all. */
  readonly signedOn?: string
  readonly alsoShownBy?: readonly string[]
}

async function change(tx: Tx, deps: RegisterDeps, act: Act, id: string, step: Step, said: Change): Changed {
  const before = await lockSignatory(tx, id)
  if (!before || statusAfter(before.status, step) === undefined) return false
  const { number, authority, reaffirmedOn, successors } = before
  const { occurredOn, texts } = said
  const status = statusOfAct[said.act]
  const signedOn = said.signedOn ?? before.signedOn
  const statusSince = sinceOf(status, { signedOn, reaffirmedOn, occurredOn, enteredAt: act.at })
  await updateStanding(tx, id, { reaffirmedOn, successors, ...said.standing, status, statusSince }, act.at)
  const line = lineOf(said.act, number, act.at, occurredOn, { authority, ...said.members })
  const authorities = [...(authority ? [authority] : []), ...(said.alsoShownBy ?? [])]
  const entry = { signatory: id, act: said.act, occurredOn, line, texts }
  const [written] = await appendEntries(tx, deps, [entry], { at: act.at, authorities })
  await recordAudit(tx, act, { authority, subject: `signatory ${number}`, detail: { entry: written ?? 0 } })
  return true
}

/**
 * Erases a text or a person from every entry of a signatory. The history holds on to the commitment, which says nothing
 * without its opening.
 *
 * @returns how many openings are gone.
 */
export async function eraseTexts(tx: Tx, act: Act, signatory: Signatory, field: CommittedField): Promise<number> {
  await lockRegister(tx)
  const entries = await entriesOf(tx, signatory.id)
  const gone = entries.length > 0 ? await deleteOpenings(tx, entries, field) : 0
  if (gone === 0) return 0
  if (field === 'name' && nameIsOpening(signatory.kind)) await eraseName(tx, signatory.id, act.at)
  const { authority, number } = signatory
  await recordAudit(tx, act, { authority, subject: `signatory ${number}`, detail: { erased: field, entries: gone } })
  await announceChange(tx, [registerTag, ...(authority ? [authority] : [])])
  return gone
}
