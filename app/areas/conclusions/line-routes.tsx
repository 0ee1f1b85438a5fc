/** One conclusion and one amendment, for the secretariat. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { languageName } from '../../ui/written-in.ts'
import { patterns, urls } from '../../urls.ts'
import { decide } from './amend.ts'
import { readAmendment } from './amendment-store.ts'
import { freshness, mayDecide, mayWrite } from './conclusion-rules.ts'
import { type Conclusion, type Owner, readConclusion } from './conclusion-store.ts'
import type { ConclusionsOfficeDeps, Named } from './deps.ts'
import { decisionFrom, type Fault, translationField, type WholeLine, wholeLine } from './forms.ts'
import { saveConclusion } from './keep-conclusions.ts'
import { namesFor, ofParty } from './names.ts'
import {
  backTo,
  doneOf,
  instanceFrame,
  type OfficeContext,
  openConclusion,
  openSet,
  page,
  readingOf,
  revisionIn,
  yearPattern,
} from './office-request.ts'
import { AmendmentPage } from './pages/amendment-page.tsx'
import { LinePage } from './pages/line-page.tsx'
import { amendmentView, ownerText } from './present-lines.ts'

export function lineRoutes(deps: ConclusionsOfficeDeps): Route<AppEnv>[] {
  const permission = 'conclusions.keep'
  const base = `/office/meetings${yearPattern}/conclusions`
  const [one, amendment] = [`${base}${patterns.id}`, `${base}/amendments${patterns.id}`]
  return [
    { method: 'GET', permission, path: one, audit: 'conclusions.one', handle: (c) => show(c, deps, {}) },
    { method: 'POST', permission, path: one, audit: 'conclusions.save', handle: (c) => submit(c, deps) },
    { method: 'GET', permission, path: amendment, audit: 'conclusions.amendment', handle: (c) => ask(c, deps, {}) },
    {
      method: 'POST',
      permission,
      path: amendment,
      audit: 'conclusions.decide',
      handle: (c) => submitDecision(c, deps),
    },
  ]
}

interface Shown {
  readonly fields?: FormFields
  readonly faults?: readonly Fault[]
  readonly changed?: boolean
  readonly refused?: string
}

async function ownerFound(deps: ConclusionsOfficeDeps, one: Conclusion): Promise<Named | undefined> {
  const { db } = deps.database
  if (one.authority) return (await deps.readTowns(db, [one.authority]))[0]
  return one.association ? (await deps.readAssociations(db, [one.association]))[0] : undefined
}

async function fieldsOf(deps: ConclusionsOfficeDeps, one: Conclusion): Promise<FormFields> {
  const owner = await ownerFound(deps, one)
  return new Map([
    ...[
      ['body', one.body],
      ['asks', one.asks],
      ['due', one.due ?? ''],
      ['owner', one.ownerKind],
      ['country', owner?.country ?? ''],
      ['name', owner?.name ?? ''],
    ].map(([name = '', value = '']): [string, string[]] => [name, [value]]),
    ...Object.entries(one.translations).map(([code, { text }]): [string, string[]] => [translationField(code), [text]]),
  ])
}

const languagesBut = ({ i18n }: ConclusionsOfficeDeps, language: string): string[] =>
  i18n.offered.map(({ code }) => code).filter((code) => code !== language)

async function show(c: OfficeContext, deps: ConclusionsOfficeDeps, shown: Shown): Promise<Response> {
  const { meeting, set, conclusion } = await openConclusion(c, deps)
  const translator = c.get('translator')
  const name = await namesFor(deps, deps.database.db, translator, [conclusion])
  const { faults = [], changed = false } = shown
  const props = {
    ...{ frame: instanceFrame(c, deps, backTo(c, meeting)), faults, changed, done: doneOf(c) },
    ...{ year: meeting.year, id: conclusion.id, number: conclusion.position, revision: conclusion.revision },
    ...{ language: set.language, body: conclusion.body, writes: mayWrite(set.stage) },
    fields: shown.fields ?? (await fieldsOf(deps, conclusion)),
    translations: languagesBut(deps, set.language).map((code) => ({
      ...{ code, name: languageName(translator.tag, deps.languages, code) },
      older: freshness(conclusion, set.language, code) === 'older',
    })),
    countries: deps.countryOptions(translator.tag),
    agreed: ownerText(translator, conclusion, name(conclusion)),
  }
  return page(c, <LinePage {...props} />, changed ? 409 : faults.length > 0 ? 422 : 200)
}

/** Of that name; an association may be left unnamed where its country has one. */
async function ownerTyped(deps: ConclusionsOfficeDeps, read: WholeLine): Promise<Owner | undefined> {
  const { ownerKind: kind, ownerCountry, ownerName } = read
  if (kind === 'secretariat') return { kind, authority: null, association: null }
  if (kind === 'authority') {
    const [found, other] = await deps.findTowns(ownerCountry, ownerName)
    return found && !other ? { kind, authority: found.id, association: null } : undefined
  }
  const all = await deps.associationsIn(ownerCountry)
  const folded = (text: string) => text.trim().toLowerCase()
  const named = all.filter((one) =>
    [one.name, ...Object.values(one.names)].some((own) => folded(own) === folded(ownerName)),
  )
  const [found, other] = ownerName === '' ? all : named
  return found && !other ? { kind, authority: null, association: found.id } : undefined
}

async function submit(c: OfficeContext, deps: ConclusionsOfficeDeps): Promise<Response> {
  const { meeting, set, conclusion } = await openConclusion(c, deps)
  const fields = await readForm(c.req.raw)
  const languages = languagesBut(deps, set.language)
  const read = wholeLine(fields, readingOf(c, deps), { languages, writes: mayWrite(set.stage) })
  if ('faults' in read) return show(c, deps, { fields, faults: read.faults })
  const owner = await ownerTyped(deps, read)
  if (!owner) return show(c, deps, { fields, faults: [{ field: 'name', code: 'owner' }] })
  const given = { ...read, id: conclusion.id, owner, seen: revisionIn(fields) }
  const outcome = await saveConclusion(deps, c.get('act'), meeting, given)
  if (outcome === 'gone') throw notFound()
  if (outcome === 'conflict') return show(c, deps, { fields, changed: true })
  return c.redirect(`${urls.officeConclusions(meeting.year)}?done=saved`, 303)
}

async function openAmendment(c: OfficeContext, deps: ConclusionsOfficeDeps) {
  const { meeting, set } = await openSet(c, deps)
  const amendment = await readAmendment(deps.database.db, c.req.param('id') ?? '')
  // Before they are closed nobody reads them, the secretariat neither.
  const isHere = set && amendment?.meeting === meeting.id && !['draft', 'open'].includes(set.stage)
  if (!isHere || amendment.state === 'withdrawn') throw notFound()
  return { meeting, set, amendment }
}

async function ask(c: OfficeContext, deps: ConclusionsOfficeDeps, shown: Shown): Promise<Response> {
  const { meeting, set, amendment } = await openAmendment(c, deps)
  const { db } = deps.database
  const translator = c.get('translator')
  const by = ofParty(amendment)
  const [line, name] = [await readConclusion(db, amendment.conclusion), await namesFor(deps, db, translator, [by])]
  const { faults = [], refused } = shown
  const props = {
    ...{ frame: instanceFrame(c, deps, backTo(c, meeting)), faults, refused, fields: shown.fields ?? new Map() },
    ...{ year: meeting.year, id: amendment.id, language: set.language, now: line?.body },
    amendment: amendmentView(translator, amendment, { number: line?.position, by: name(by) }),
    open: mayDecide(set.stage) && amendment.state === 'waiting',
  }
  return page(c, <AmendmentPage {...props} />, faults.length > 0 || refused !== undefined ? 422 : 200)
}

async function submitDecision(c: OfficeContext, deps: ConclusionsOfficeDeps): Promise<Response> {
  const { meeting, amendment } = await openAmendment(c, deps)
  const fields = await readForm(c.req.raw)
  const read = decisionFrom(fields, readingOf(c, deps))
  if ('faults' in read) return ask(c, deps, { fields, faults: read.faults })
  const outcome = await decide(deps, c.get('act'), meeting, { id: amendment.id, ...read })
  const { t } = c.get('translator')
  if (outcome === 'gone') return ask(c, deps, { fields, refused: t('conclusion.amendment.lineGone') })
  if (outcome !== 'kept') return ask(c, deps, { fields, refused: t('conclusion.refused.stage') })
  return c.redirect(`${urls.officeConclusions(meeting.year)}?done=decided`, 303)
}
