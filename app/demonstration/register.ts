/** The register of the demonstration network, with one signatory in every public state: `data/demonstration/register.json`. */
import { z } from 'zod'
import { readAssociations } from '../areas/associations/index.ts'
import { readAuthority } from '../areas/authorities/index.ts'
import { startDraft } from '../areas/pact/index.ts'
import {
  approveText,
  enterMerger,
  enterReaffirmation,
  enterSignatures,
  enterWithdrawal,
  type NewSignature,
  type RegisterDeps,
  type Signatory,
  type Signs,
  type Texts,
} from '../areas/register/index.ts'
import type { Act } from '../platform/audit/audit.ts'
import { about, readDataFile } from '../platform/data-file.ts'
import type { Database } from '../platform/db/database.ts'
import type { Tx } from '../platform/db/tables.ts'
import type { Languages } from '../platform/i18n/languages.ts'
import { newId } from '../platform/ids.ts'
import { associationId } from './people.ts'
import { resolveDay } from './short-forms.ts'

const code = z.string().regex(/^[A-Z]{2}(-[A-Z]+)+$/)
const text = z.string().min(1)
const country = z.string().regex(/^[A-Z]{2}$/)

const signing = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['municipality', 'district', 'region']), authority: code }),
  z.strictObject({ kind: z.literal('association'), association: z.string().startsWith('example-') }),
  z.strictObject({ kind: z.enum(['representative', 'organisation']), country, name: text }),
])
const later = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('reaffirmed'), on: text }),
  /** With the day and the successor of the merger of the authority itself. */
  z.strictObject({ act: z.literal('merged') }),
  z.strictObject({ act: z.literal('withdrawn'), on: text, decidedOn: text, words: text }),
])
const signed = z.strictObject({
  key: z.string(),
  /** Those that signed together. */
  together: z.array(signing).min(1),
  signedOn: text,
  decidedOn: text,
  texts: z.partialRecord(z.enum(['decision_body', 'decision_reference', 'signing_office', 'ceremony_place']), text),
  later: z.array(later),
})
const pactText = z.strictObject({ version: text, language: text, title: text, body: text })
const file = z.strictObject({
  about,
  text: pactText,
  /** Waits for a second person of the secretariat. */
  waiting: pactText,
  signed: z.array(signed).min(1),
})

interface Scene {
  readonly tx: Tx
  readonly deps: RegisterDeps
  readonly act: Act
  readonly idOf: (code: string) => string
  readonly day: (text: string) => string
}

/** Once: an office may have changed it since. @param idOf the id of the authority with a code of the demonstration. */
export async function loadRegister(
  deps: RegisterDeps & {
    readonly database: Pick<Database, 'db'>
    readonly reference: { readonly languages: Languages }
  },
  act: Act,
  idOf: (code: string) => string,
): Promise<void> {
  const { text: pact, waiting, signed: entries } = readDataFile('demonstration/register.json', file)
  const today = act.at.toZonedDateTimeISO('UTC').toPlainDate()
  const isFirst = await deps.database.db.transaction().execute(async (tx) => {
    if (!(await approveText(tx, { ...pact, demonstration: true }, act.at))) return false
    const scene: Scene = { tx, deps, act, idOf, day: (short) => resolveDay(short, today) }
    for (const entry of entries) {
      const { version: textVersion, language: textLanguage } = pact
      const dates = { signedOn: scene.day(entry.signedOn), decidedOn: scene.day(entry.decidedOn) }
      const facts = { ...dates, textVersion, textLanguage, documentSha256: null, ceremonyOn: null }
      const signatures: NewSignature[] = []
      for (const one of entry.together) {
        signatures.push({ signs: await signsOf(scene, one), facts, texts: entry.texts, demonstration: true })
      }
      const signatories = await enterSignatures(tx, deps, act, signatures)
      for (const one of signatories) for (const step of entry.later) await enterLater(scene, one, step)
    }
    return true
  })
  if (!isFirst) return
  const silent = { notify: async () => undefined, readyToNotify: async () => undefined }
  const pactDeps = { ...silent, secretariatPeople: async () => [], languages: deps.reference.languages }
  await startDraft({ ...pactDeps, database: deps.database }, act, { id: newId(), ...waiting })
}

async function signsOf({ tx, idOf }: Scene, one: z.infer<typeof signing>): Promise<Signs> {
  if ('authority' in one) {
    const found = await readAuthority(tx, idOf(one.authority))
    if (!found) throw new Error(`the register of the demonstration names nobody: ${one.authority}`)
    return { kind: one.kind, country: found.country, authority: found.id, association: null, name: found.name }
  }
  if ('association' in one) {
    const [found] = await readAssociations(tx, [associationId(one.association)])
    if (!found) throw new Error(`the register of the demonstration names nobody: ${one.association}`)
    return { kind: one.kind, country: found.country, authority: null, association: found.id, name: found.name }
  }
  return { ...one, authority: null, association: null }
}

async function enterLater(
  { tx, deps, act, day }: Scene,
  { id, authority }: Signatory,
  step: z.infer<typeof later>,
): Promise<void> {
  if (step.act === 'reaffirmed') {
    await enterReaffirmation(tx, deps, act, id, { decidedOn: day(step.on), documentSha256: null, texts: {} })
  } else if (step.act === 'withdrawn') {
    const texts: Texts = { words: step.words }
    await enterWithdrawal(tx, deps, act, id, { on: day(step.on), decidedOn: day(step.decidedOn), texts })
  } else {
    const successor = authority === null ? undefined : (await readAuthority(tx, authority))?.successor
    if (!authority || !successor) throw new Error('the register of the demonstration merges what has not merged')
    await enterMerger(tx, deps, act, { from: authority, into: [successor], on: day('this-year-01-01') })
  }
}
