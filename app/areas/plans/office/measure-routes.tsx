/** A measure of a plan: adding, changing, taking away. */

import type { TakenFile } from '../../../platform/files/file-intake.ts'
import { documentTypes, type KeptFile } from '../../../platform/files/file-types.ts'
import { sendFile } from '../../../platform/files/send-file.ts'
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm, readFormWithFile } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import type { Languages } from '../../../platform/i18n/languages.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { newId } from '../../../platform/ids.ts'
import { fileWords } from '../../../ui/file-words.ts'
import { byName } from '../../../ui/lists.ts'
import { languageName } from '../../../ui/written-in.ts'
import { urls } from '../../../urls.ts'
import { kindName } from '../../checklist/index.ts'
import { documentsOf } from '../document-store.ts'
import { addedTitle, measureFields, measureFrom } from '../forms/measure-form.ts'
import { MeasurePage } from '../pages/measure-page.tsx'
import type { ShownFault } from '../pages/plan-frame.tsx'
import { readMeasures } from '../plan-store.ts'
import { redactDocument } from '../redact-document.ts'
import { type Measure, type MeasureFacts, mostEvidenceBytes, sections } from '../schema.ts'
import { removeMeasure, saveMeasure } from '../write-plan.ts'
import type { PlansOfficeDeps } from './office-deps.ts'
import { numberIn, type OfficeContext, type OpenPlan, onePath, openToWrite, page } from './office-request.ts'

const measurePath = `${onePath}/measures/:measure{[0-9a-f-]{36}}`

const documentPath = `${onePath}/documents/:sha256{[0-9a-f]{64}}`

export function measureRoutes(deps: PlansOfficeDeps): Route<AppEnv>[] {
  const get = { method: 'GET', permission: 'plans.write' } as const
  const post = { method: 'POST', permission: 'plans.write' } as const
  return [
    { ...get, path: `${onePath}/measures/new`, audit: 'plans.new-measure', handle: (c) => showNew(c, deps) },
    { ...get, path: measurePath, audit: 'plans.show-measure', handle: (c) => showMeasure(c, deps) },
    { ...post, path: measurePath, audit: 'plans.save-measure', handle: (c) => submit(c, deps) },
    { ...get, path: documentPath, audit: 'plans.measure-document', handle: (c) => sendDocument(c, deps) },
    { ...post, path: `${documentPath}/redact`, audit: 'plans.redact-document', handle: (c) => submitRedact(c, deps) },
    { ...post, path: `${measurePath}/remove`, audit: 'plans.remove-measure', handle: (c) => submitRemove(c, deps) },
  ]
}

interface Form {
  readonly id: string
  readonly revision: number
  readonly fields: FormFields
  readonly faults?: readonly ShownFault[]
  readonly changed?: boolean
  readonly documents?: Documents
}

/** By hash. */
type Documents = ReadonlyMap<string, KeptFile>

const documentsIn = (facts: Pick<MeasureFacts, 'evidence'> | undefined): Documents =>
  new Map((facts?.evidence ?? []).flatMap(({ file }) => (file ? [[file.sha256, file] as const] : [])))

/** Names of those that are counted alike everywhere, in the language of the code or in English; their unit is known. */
export const commonIndicators = ({ catalogue }: Pick<PlansOfficeDeps, 'catalogue'>, language: string) =>
  new Map(catalogue.indicators.map(({ id }) => [id, catalogue.indicatorWords(language, id)?.name ?? id]))

function formPage(c: OfficeContext, deps: PlansOfficeDeps, open: OpenPlan, form: Form): Response {
  const translator = c.get('translator')
  const { faults = [], changed = false, documents = new Map(), ...rest } = form
  const { plan, frame } = open
  const common = [...commonIndicators(deps, translator.language)].map(([value, text]) => ({ value, text }))
  const props = {
    ...{ frame, ...rest, faults, changed, plan: { id: plan.id, title: plan.facts.title } },
    documents: new Map(
      [...documents].map(([sha256, file]) => [
        sha256,
        {
          href: urls.townPlanDocument(open.town, plan.id, sha256),
          words: fileWords(translator, file),
        },
      ]),
    ),
    articles: deps.lanzarote.articles
      .filter(({ ps }) => ps.length > 0)
      .map(({ number }) => ({
        value: `${number}`,
        text: translator.t('plans.measure.article', { number, title: deps.articleTitle(translator, number) }),
      })),
    kinds: deps.checklist.kinds.map(({ id }) => ({ value: id, text: kindName(translator, deps.checklist, id) })),
    common: [{ value: '', text: translator.t('plans.indicator.own') }, ...common],
    languages: languageOptions(translator, deps.languages, plan.facts.language),
  }
  return page(c, <MeasurePage {...props} />, changed ? 409 : faults.length > 0 ? 422 : 200)
}

/** First that of the plan, then all others by their names. */
function languageOptions({ t, tag }: Translator, languages: Languages, ofPlan: string) {
  const others = languages.list
    .filter(({ code }) => code !== ofPlan)
    .map(({ code }) => ({
      value: code,
      text: languageName(tag, languages, code),
      name: languageName(tag, languages, code),
    }))
  const first = {
    value: '',
    text: t('plans.measure.languageOfPlan', { language: languageName(tag, languages, ofPlan) }),
  }
  return [first, ...others.toSorted(byName(tag))]
}

async function showNew(c: OfficeContext, deps: PlansOfficeDeps): Promise<Response> {
  const open = await openToWrite(c, deps)
  const section = sections.find((one) => one === c.req.query('section')) ?? 'prevention'
  return formPage(c, deps, open, { id: newId(), revision: 0, fields: new Map([['section', [section]]]) })
}

async function showMeasure(c: OfficeContext, deps: PlansOfficeDeps): Promise<Response> {
  const open = await openToWrite(c, deps)
  const id = c.req.param('measure') ?? ''
  const found = (await readMeasures(deps.database.db, open.plan.id)).find((one) => one.id === id)
  if (!found) throw notFound()
  const { revision, changedBy: _, id: _id, ...facts } = found
  const fields = new Map(measureFields(facts, c.get('translator').tag))
  const documents = documentsIn(facts)
  return formPage(c, deps, open, { id, revision, documents, fields: fields.set('catalogue', [facts.catalogue ?? '']) })
}

async function submit(c: OfficeContext, deps: PlansOfficeDeps): Promise<Response> {
  const open = await openToWrite(c, deps)
  const { plan, town } = open
  const id = c.req.param('measure') ?? ''
  const { fields, file: sent } = await readFormWithFile(c.req.raw, 'file')
  const seen = numberIn(fields, 'revision')
  const known = (await readMeasures(deps.database.db, plan.id)).find((one) => one.id === id)
  const documents = documentsIn(known)
  const taken = sent && (await deps.fileIntake.take(sent.content, takingOf(fieldText(fields, addedTitle))))
  const read = measureFrom(fields, {
    ...{ tag: c.get('translator').tag, today: open.today },
    ...{ givesPlaceAway: deps.givesPlaceAway, namesContact: deps.namesContact },
    articles: deps.lanzarote.articleNumbers,
    ...{ languages: deps.languages.codes, language: plan.facts.language },
    kinds: new Set(deps.checklist.kinds.map((kind) => kind.id)),
    common: commonIndicators(deps, plan.facts.language),
    ...{ files: documents, added: taken && 'file' in taken ? taken.file : undefined },
    catalogue: deps.catalogue.measure(fieldText(fields, 'catalogue'))?.id ?? null,
  })
  const faults = [...('faults' in read ? read.faults : []), ...fileFaultsOf(taken, 'faults' in read)]
  if ('faults' in read || faults.length > 0) {
    return formPage(c, deps, open, { id, revision: seen, fields, documents, faults })
  }
  const saved = await saveMeasure(deps, c.get('act'), { plan: plan.id, id, facts: read, seen })
  if (saved.outcome === 'gone') throw notFound()
  if (saved.outcome === 'conflict') {
    return formPage(c, deps, open, {
      ...{ id, revision: saved.current.revision, fields, changed: true },
      documents: documentsIn(saved.current),
    })
  }
  if (fieldText(fields, 'then') === 'practice') return c.redirect(await practiceOf(c, deps, open, { ...read, id }), 303)
  const here = fieldText(fields, 'then') === 'here'
  const to = here ? urls.townMeasure(town, plan.id, id) : `${urls.townPlan(town, plan.id)}?done=saved`
  return c.redirect(to, 303)
}

/** What is known of the measure fills the practice in; whoever does it twice goes on with the same. */
const practiceOf = (c: OfficeContext, deps: PlansOfficeDeps, { town, plan }: OpenPlan, measure: Measure) =>
  deps.beginPractice({ ...c.get('act'), name: 'plans.begin-practice' }, { town, plan, measure })

const takingOf = (title: string) => ({
  ...{ types: documentTypes, mostBytes: mostEvidenceBytes, title: title || 'Document' },
})

/** One that was taken has to be chosen again where the form comes back for another reason. */
function fileFaultsOf(taken: TakenFile | undefined, isRefused: boolean): ShownFault[] {
  if (taken && 'fault' in taken) return [{ field: 'file', code: taken.fault }]
  return taken && isRefused ? [{ field: 'file', code: 'again' }] : []
}

async function sendDocument(c: OfficeContext, deps: PlansOfficeDeps): Promise<Response> {
  const { plan } = await openToWrite(c, deps)
  const documents = await documentsOf(deps.database.db, plan.id)
  const document = documents.find(({ file }) => file.sha256 === c.req.param('sha256'))
  if (!document) throw notFound()
  return sendFile(c, deps.files, document.file, { title: document.title, plain: 'document', between: 'nothing' })
}

async function submitRedact(c: OfficeContext, deps: PlansOfficeDeps): Promise<Response> {
  const { plan, town } = await openToWrite(c, deps)
  await readForm(c.req.raw)
  await redactDocument(deps, c.get('act'), plan.id, c.req.param('sha256') ?? '')
  return c.redirect(`${urls.townPlan(town, plan.id)}?done=redacted`, 303)
}

async function submitRemove(c: OfficeContext, deps: PlansOfficeDeps): Promise<Response> {
  const { plan, town } = await openToWrite(c, deps)
  await removeMeasure(deps, c.get('act'), plan.id, c.req.param('measure') ?? '')
  return c.redirect(`${urls.townPlan(town, plan.id)}?done=removed`, 303)
}
