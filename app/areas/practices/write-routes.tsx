/** The form of a practice: beginning one, going on with it. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { patterns, urls } from '../../urls.ts'
import { kindName, languageListText, parseLanguageList } from '../checklist/index.ts'
import type { PracticesOfficeDeps, Town } from './deps.ts'
import { type PracticeFault, type PracticeReading, practiceFields, practiceFrom } from './form-rules.ts'
import {
  idIn,
  numberIn,
  type OfficeContext,
  openTown,
  ownPractice,
  type PracticesFrame,
  page,
  statusOf,
  townBase,
} from './office-request.ts'
import { PracticeFormPage } from './pages/practice-form-page.tsx'
import { emptyFacts, parts } from './practice-schema.ts'
import type { Practice } from './practice-store.ts'
import { beginPractice, savePractice } from './write-practice.ts'

export function writeRoutes(deps: PracticesOfficeDeps): Route<AppEnv>[] {
  const permission = 'practices.write'
  const [fresh, edit] = [`${townBase}/new`, `${townBase}${patterns.id}/edit`]
  return [
    { method: 'GET', permission, path: fresh, audit: 'practices.begin', handle: (c) => showNew(c, deps) },
    { method: 'POST', permission, path: fresh, audit: 'practices.write', handle: (c) => submitNew(c, deps) },
    { method: 'GET', permission, path: edit, audit: 'practices.edit', handle: (c) => showEdit(c, deps) },
    { method: 'POST', permission, path: edit, audit: 'practices.save', handle: (c) => submitEdit(c, deps) },
  ]
}

const readingOf = ({ languages, checklist, lanzarote, clock, ...deps }: PracticesOfficeDeps): PracticeReading => ({
  ...{ languages: languages.codes, kinds: checklist.ids, articleCount: lanzarote.articles.length },
  thisYear: clock.now().toZonedDateTimeISO('UTC').year,
  namesNumber: deps.namesNumber,
  withoutSums: deps.withoutSums,
  givesPlaceAway: deps.givesPlaceAway,
  parseLanguages: (text) => parseLanguageList(text, languages),
})

interface Form {
  readonly id: string
  /** What is changed; undefined where one begins. */
  readonly practice: Practice | undefined
  readonly fields: FormFields
  readonly faults: readonly PracticeFault[]
  /** Somebody else was faster. */
  readonly changed: boolean
}

function formPage(
  c: OfficeContext,
  deps: PracticesOfficeDeps,
  opened: { readonly town: Town; readonly frame: PracticesFrame },
  form: Form,
): Response {
  const { practice, fields, changed } = form
  const { frame, town } = opened
  const translator = c.get('translator')
  const codes = [...new Set([...town.officialLanguages, ...deps.languages.list.map(({ code }) => code)])]
  const theirs = practiceFields(practice?.facts ?? emptyOf(town), languagesText(deps))
  const props = {
    ...{ frame, ...form },
    action: practice ? urls.practiceEdit(frame.practices, practice.id) : urls.practiceNew(frame.practices),
    revision: practice?.revision,
    waits: practice?.state === 'submitted',
    languages: codes.flatMap((code) => {
      const language = deps.languages.byCode(code)
      return language ? [{ value: code, text: language.autonym, lang: language.tag }] : []
    }),
    kinds: deps.checklist.kinds.map(({ id }) => ({ value: id, text: kindName(translator, deps.checklist, id) })),
    theirs: new Map(changed ? parts.map((part) => [part, differing(theirs, fields, part)] as const) : []),
  }
  return page(c, <PracticeFormPage {...props} />, statusOf(form))
}

const languagesText =
  ({ languages }: PracticesOfficeDeps) =>
  (codes: readonly string[]): string =>
    languageListText(codes, languages)

/** What somebody else has written there; empty where it is the same. */
function differing(theirs: FormFields, mine: FormFields, name: string): string {
  const [other, own] = [theirs, mine].map((fields) => fields.get(name)?.[0]?.trim() ?? '')
  return other === own ? '' : (other ?? '')
}

const emptyOf = ({ officialLanguages }: Town) => ({
  ...emptyFacts,
  language: officialLanguages[0] ?? 'en',
  contactLanguages: [...officialLanguages],
})

async function showNew(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> {
  const opened = await openTown(c, deps)
  const fields = practiceFields(emptyOf(opened.town), languagesText(deps))
  return formPage(c, deps, opened, { id: newId(), practice: undefined, fields, faults: [], changed: false })
}

async function submitNew(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> {
  const opened = await openTown(c, deps)
  const fields = await readForm(c.req.raw)
  const id = idIn(fields)
  const read = practiceFrom(fields, readingOf(deps))
  if ('faults' in read)
    return formPage(c, deps, opened, { id, practice: undefined, fields, faults: read.faults, changed: false })
  const begun = await beginPractice(deps, c.get('act'), {
    ...{ id, authority: opened.town.id, measure: null, facts: read },
  })
  return c.redirect(`${urls.practiceDraft(opened.frame.practices, begun)}?done=begun`, 303)
}

async function showEdit(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> {
  const opened = await openTown(c, deps)
  const practice = await ownPractice(c, deps, opened.town)
  const fields = practiceFields(practice.facts, languagesText(deps))
  return formPage(c, deps, opened, { id: practice.id, practice, fields, faults: [], changed: false })
}

async function submitEdit(c: OfficeContext, deps: PracticesOfficeDeps): Promise<Response> {
  const opened = await openTown(c, deps)
  const practice = await ownPractice(c, deps, opened.town)
  const fields = await readForm(c.req.raw)
  const form = { id: practice.id, practice, fields, faults: [], changed: false }
  const read = practiceFrom(fields, readingOf(deps))
  if ('faults' in read) return formPage(c, deps, opened, { ...form, faults: read.faults })
  const given = { id: practice.id, authority: opened.town.id, facts: read, seen: numberIn(fields, 'revision') }
  const outcome = await savePractice(deps, c.get('act'), given)
  if (outcome.outcome === 'gone') throw notFound()
  if (outcome.outcome === 'conflict')
    return formPage(c, deps, opened, { ...form, practice: outcome.current, changed: true })
  return c.redirect(`${urls.practiceDraft(opened.frame.practices, practice.id)}?done=saved`, 303)
}
