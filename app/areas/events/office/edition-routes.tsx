/** The secretariat keeps the years and their themes. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { officeSections } from '../../../ui/layout/office-sections.ts'
import { urls } from '../../../urls.ts'
import type { EventsOfficeDeps } from '../deps.ts'
import { editionFrom, themeField } from '../edition-form.ts'
import { type Edition, readEditions } from '../edition-store.ts'
import type { EventFault } from '../event-form.ts'
import { keepEdition } from '../keep-edition.ts'
import { countByYear } from '../list-store.ts'
import { EditionPage, EditionsPage } from '../pages/editions-page.tsx'
import { themeOf } from '../theme-rules.ts'
import { doneOf, type OfficeContext, page, revisionIn, statusOf } from './office-request.ts'

export function editionRoutes(deps: EventsOfficeDeps): Route<AppEnv>[] {
  const [list, one] = [urls.eventEditions(), `${urls.eventEditions()}/:year{20[0-9]{2}}`]
  const permission = 'events.keep'
  const get = { method: 'GET', permission } as const
  const post = { method: 'POST', permission } as const
  return [
    { ...get, path: list, audit: 'events.editions', handle: (c) => showList(c, deps, {}) },
    { ...post, path: list, audit: 'events.add-edition', handle: (c) => submitNew(c, deps) },
    { ...get, path: one, audit: 'events.edition', handle: (c) => showOne(c, deps, {}) },
    { ...post, path: one, audit: 'events.change-edition', handle: (c) => submitChange(c, deps) },
  ]
}

interface Shown {
  readonly fields?: FormFields
  readonly faults?: readonly EventFault[]
  readonly changed?: boolean
}

function frameOf(c: OfficeContext, { instanceName }: EventsOfficeDeps, inside: boolean) {
  const of = c.get('frame')
  return {
    of,
    workplace: { name: instanceName, items: officeSections(of, undefined, 'events') },
    back: inside ? { href: urls.eventEditions(), text: of.translator.t('events.edition.back') } : undefined,
  }
}

const languagesIn = ({ i18n }: EventsOfficeDeps) => i18n.offered.map(({ code, autonym }) => ({ code, autonym }))

async function showList(
  c: OfficeContext,
  deps: EventsOfficeDeps,
  { fields = new Map(), faults = [] }: Shown,
): Promise<Response> {
  const { db } = deps.database
  const { language, t } = c.get('translator')
  const counts = await countByYear(db)
  const props = {
    ...{ frame: frameOf(c, deps, false), fields, faults, languages: languagesIn(deps), done: doneOf(c) },
    editions: (await readEditions(db)).map((one) => ({
      ...{ year: one.year, theme: themeOf(one, language)?.text ?? '' },
      events: t('events.count', { count: `${counts.get(one.year) ?? 0}` }),
    })),
  }
  return page(c, <EditionsPage {...props} />, statusOf(faults, false))
}

const codesIn = (deps: EventsOfficeDeps) => languagesIn(deps).map(({ code }) => code)

async function submitNew(c: OfficeContext, deps: EventsOfficeDeps): Promise<Response> {
  const fields = await readForm(c.req.raw)
  const read = editionFrom(fields, codesIn(deps))
  if ('faults' in read) return showList(c, deps, { fields, faults: read.faults })
  const outcome = await keepEdition(deps, c.get('act'), { ...read, seen: 0 })
  // It is there already: here it can be changed.
  if (outcome === 'conflict') return showList(c, deps, { fields, faults: [{ field: 'year', code: 'same' }] })
  return c.redirect(`${urls.eventEditions()}?done=kept`, 303)
}

async function editionOf(c: OfficeContext, deps: EventsOfficeDeps): Promise<Edition> {
  const found = (await readEditions(deps.database.db)).find(({ year }) => `${year}` === c.req.param('year'))
  if (!found) throw notFound()
  return found
}

const fieldsOf = ({ themes, source }: Edition): FormFields =>
  new Map([
    ...Object.entries(themes).map(([language, text]): [string, string[]] => [themeField(language), [text]]),
    ['source', [source]],
  ])

async function showOne(
  c: OfficeContext,
  deps: EventsOfficeDeps,
  { fields, faults = [], changed = false }: Shown,
): Promise<Response> {
  const edition = await editionOf(c, deps)
  const props = {
    ...{ frame: frameOf(c, deps, true), faults, changed, languages: languagesIn(deps) },
    ...{ year: edition.year, revision: edition.revision, fields: fields ?? fieldsOf(edition) },
  }
  return page(c, <EditionPage {...props} />, statusOf(faults, changed))
}

async function submitChange(c: OfficeContext, deps: EventsOfficeDeps): Promise<Response> {
  const { year } = await editionOf(c, deps)
  const fields = await readForm(c.req.raw)
  const read = editionFrom(new Map([...fields, ['year', [`${year}`]]]), codesIn(deps))
  if ('faults' in read) return showOne(c, deps, { fields, faults: read.faults })
  const outcome = await keepEdition(deps, c.get('act'), { ...read, seen: revisionIn(fields) })
  if (outcome === 'conflict') return showOne(c, deps, { fields, changed: true })
  return c.redirect(`${urls.eventEditions()}?done=kept`, 303)
}
