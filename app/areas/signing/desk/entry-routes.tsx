/** An entry of the register, to put right or to erase from; and what councils send to stand by their signature. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { longDate, typedDay } from '../../../ui/dates.ts'
import { urls } from '../../../urls.ts'
import {
  approvedTexts,
  closedFields,
  heldTexts,
  openFields,
  type Signatory,
  signatoryByNumber,
} from '../../register/index.ts'
import { conflictFor, decideReaffirmation } from '../afterwards/reaffirm.ts'
import { type Reaffirmation, readReaffirmation } from '../afterwards/reaffirmation-store.ts'
import { mayBeWithdrawnFor } from '../afterwards/withdraw-for.ts'
import { applicantOf } from '../applicants.ts'
import { dayAt, type SigningOfficeDeps } from '../deps.ts'
import { readDocumentContent, readDocumentFacts } from '../document-store.ts'
import { correctionFrom, type FieldFault, textValue, wordsFrom } from '../form-rules.ts'
import { attachment, doneOf, type OfficeContext, page, personsAct } from '../office-request.ts'
import { EntryPage, type EntryPageProps } from '../pages/entry-page.tsx'
import { faultText, type ToldFault } from '../pages/pact-frame.tsx'
import { ReaffirmationPage } from '../pages/reaffirmation-page.tsx'
import { languageName } from '../present-application.ts'
import { deskFrame } from './desk-request.ts'
import { correctEntry, eraseFromEntry, standsAs } from './put-right.ts'

export function entryRoutes(deps: SigningOfficeDeps): Route<AppEnv>[] {
  const permission = 'signing.decide'
  const entry = '/office/pact/signatories/:number{[1-9][0-9]{0,8}}'
  const again = '/office/pact/reaffirmations/:id{[0-9a-f-]{36}}'
  const post = { method: 'POST', permission, fresh: true } as const
  return [
    { method: 'GET', path: entry, permission, audit: 'signing.entry', handle: (c) => show(c, deps, {}) },
    { ...post, path: `${entry}/correct`, audit: 'signing.correct', handle: (c) => submitCorrect(c, deps) },
    { ...post, path: `${entry}/erase`, audit: 'signing.erase', handle: (c) => submitErase(c, deps) },
    { method: 'GET', path: again, permission, audit: 'signing.reaffirmation', handle: (c) => showAgain(c, deps, {}) },
    { ...post, path: again, audit: 'signing.decide-reaffirmation', handle: (c) => submitAgain(c, deps) },
    {
      ...({ method: 'GET', path: `${again}/document`, permission } as const),
      ...{ audit: 'signing.reaffirmation-document', handle: (c) => download(c, deps) },
    },
  ]
}

async function entryOfAddress(c: OfficeContext, deps: SigningOfficeDeps): Promise<Signatory> {
  const found = await signatoryByNumber(deps.database.db, Number(c.req.param('number')))
  if (!found) throw notFound()
  return found
}

interface Shown {
  readonly fields?: FormFields
  readonly faults?: readonly ToldFault[]
  /** What stands there now has been read: sending the form again changes that. */
  readonly renewed?: boolean
}

async function show(
  c: OfficeContext,
  deps: SigningOfficeDeps,
  { fields, faults = [], renewed }: Shown,
): Promise<Response> {
  const signatory = await entryOfAddress(c, deps)
  const { db } = deps.database
  const translator = c.get('translator')
  const texts = await approvedTexts(db)
  const { number, name, status, statusSince, signedOn, textVersion, textLanguage } = signatory
  const typed = (field: string, otherwise: string) => (fields ? fieldText(fields, field) : otherwise)
  const props: EntryPageProps = {
    ...{ frame: deskFrame(c, deps), number, name, faults, done: doneOf(c) },
    standing: translator.t(`signing.stand.${status}`, { number: `${number}`, date: longDate(translator, statusSince) }),
    signed: status === 'signed',
    ends: mayBeWithdrawnFor(signatory),
    seen: renewed ? standsAs(signatory) : typed('seen', standsAs(signatory)),
    on: typed('on', typedDay(signedOn)),
    text: typed('text', textValue({ version: textVersion, language: textLanguage })),
    words: typed('words', ''),
    texts: texts.map((one) => ({
      value: textValue(one),
      text: translator.t('signing.check.text', {
        version: one.version,
        language: languageName(deps.languages, one.language),
      }),
    })),
    held: (await heldTexts(db, signatory.id)).map(({ field, value }) => ({ field: fieldOf(field), value })),
  }
  return page(c, <EntryPage {...props} />, faults.length > 0 ? 422 : 200)
}

const fields = [...openFields, ...closedFields]
type Field = (typeof fields)[number]

function fieldOf(text: string): Field {
  const found = fields.find((one) => one === text)
  if (!found) throw notFound()
  return found
}

async function submitCorrect(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const { id, number } = await entryOfAddress(c, deps)
  const typed = await readForm(c.req.raw)
  const translator = c.get('translator')
  const today = dayAt(deps.clock.now()).toString()
  const read = correctionFrom(typed, { parse: deps.parseDate, today }, await approvedTexts(deps.database.db))
  if ('faults' in read) return show(c, deps, { fields: typed, faults: toldCorrection(translator, read.faults) })
  const outcome = await correctEntry(deps, personsAct(c), id, read.given, fieldText(typed, 'seen'))
  if (outcome === 'gone') throw notFound()
  if (outcome === 'done') return c.redirect(`${urls.pactSignatory(number)}?done=corrected`, 303)
  if (outcome === 'changed') {
    return show(c, deps, { fields: typed, renewed: true, faults: [{ field: 'on', text: await changedText(c, deps) }] })
  }
  const text =
    outcome === 'unchanged'
      ? translator.t('signing.entry.unchanged')
      : translator.t(`signing.conflict.${outcome.conflict}`)
  return show(c, deps, { fields: typed, faults: [{ field: 'on', text }] })
}

/** What somebody else has made of the entry meanwhile. */
async function changedText(c: OfficeContext, deps: SigningOfficeDeps): Promise<string> {
  const { signedOn, textVersion, textLanguage } = await entryOfAddress(c, deps)
  const translator = c.get('translator')
  const language = languageName(deps.languages, textLanguage)
  const text = translator.t('signing.check.text', { version: textVersion, language })
  return translator.t('signing.entry.changed', { date: longDate(translator, signedOn), text })
}

const labels = { on: 'signing.entry.on', text: 'signing.field.text', words: 'signing.entry.words' } as const

function toldCorrection(translator: Parameters<typeof faultText>[0], faults: readonly FieldFault[]): ToldFault[] {
  return faults.map((fault) => {
    const label = Object.entries(labels).find(([field]) => field === fault.field)?.[1]
    return { field: fault.field, text: faultText(translator, fault, label ? translator.t(label) : '') }
  })
}

async function submitErase(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const signatory = await entryOfAddress(c, deps)
  const field = fieldOf(fieldText(await readForm(c.req.raw), 'field'))
  const conflict = await eraseFromEntry(deps, personsAct(c), signatory, field)
  if (conflict) {
    return show(c, deps, { faults: [{ field: 'main', text: c.get('translator').t(`signing.conflict.${conflict}`) }] })
  }
  return c.redirect(`${urls.pactSignatory(signatory.number)}?done=erased`, 303)
}

async function againOfAddress(c: OfficeContext, deps: SigningOfficeDeps): Promise<Reaffirmation> {
  const found = await readReaffirmation(deps.database.db, c.req.param('id') ?? '')
  if (!found) throw notFound()
  return found
}

async function showAgain(
  c: OfficeContext,
  deps: SigningOfficeDeps,
  { words = '', faults = [] }: { readonly words?: string; readonly faults?: readonly ToldFault[] },
): Promise<Response> {
  const sent = await againOfAddress(c, deps)
  const { db } = deps.database
  const translator = c.get('translator')
  const { id, authority, state, decisionBody, decisionReference, decidedOn, due } = sent
  const document = await readDocumentFacts(db, { reaffirmation: id })
  const props = {
    ...{ frame: deskFrame(c, deps), id, state, words, faults, done: doneOf(c) },
    name: (await applicantOf(db, deps, { authority, association: null, answers: {} })).name(translator),
    ...{ body: decisionBody, reference: decisionReference, on: longDate(translator, decidedOn) },
    due: longDate(translator, due),
    document: document && { ...document, href: urls.pactReaffirmationDocument(id) },
    conflict: conflictFor(personsAct(c), sent),
  }
  return page(c, <ReaffirmationPage {...props} />, faults.length > 0 ? 422 : 200)
}

async function submitAgain(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const { id } = await againOfAddress(c, deps)
  const typed = await readForm(c.req.raw)
  const translator = c.get('translator')
  const returns = fieldText(typed, 'decision') === 'return'
  const read = wordsFrom(typed)
  if (returns && 'faults' in read) {
    const label = translator.t('signing.desk.words')
    const faults = read.faults.map((one) => ({ field: 'words', text: faultText(translator, one, label) }))
    return showAgain(c, deps, { words: fieldText(typed, 'words'), faults })
  }
  const words = returns && 'given' in read ? read.given : undefined
  const outcome = await decideReaffirmation(deps, personsAct(c), id, words)
  if (outcome === 'gone') throw notFound()
  if (outcome !== 'done') {
    return showAgain(c, deps, {
      faults: [{ field: 'main', text: translator.t(`signing.conflict.${outcome.conflict}`) }],
    })
  }
  return c.redirect(`${urls.pactReaffirmation(id)}?done=${returns ? 'returned' : 'entered'}`, 303)
}

async function download(c: OfficeContext, deps: SigningOfficeDeps): Promise<Response> {
  const { id } = await againOfAddress(c, deps)
  const content = await readDocumentContent(deps.database.db, { reaffirmation: id })
  if (!content) throw notFound()
  return attachment(c, content, `decision-${id.slice(0, 8)}.pdf`)
}
