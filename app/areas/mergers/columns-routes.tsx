/** What the columns of an official list hold is decided; then it is compared, and whoever waits sees where it stands. */
import type { AppEnv } from '../../platform/http/env.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { longMoment } from '../../ui/dates.ts'
import { urls } from '../../urls.ts'
import { codeSchemes } from '../authorities/index.ts'
import { decideList } from './bring-list.ts'
import { type Asked, columnsFields, columnsFrom } from './columns-form.ts'
import type { MergersOfficeDeps } from './deps.ts'
import { languageOf, offeredColumns, type PlainColumn } from './list-columns.ts'
import { usualDay } from './make-plan.ts'
import { ColumnsPage, type ColumnsPageProps } from './pages/columns-page.tsx'
import { ComparingPage } from './pages/comparing-page.tsx'
import { type OfficeContext, openRequest, page, planPattern } from './plan-request.ts'
import { openPlan } from './plan-store.ts'
import { presentRefused } from './present-refusals.ts'
import { type ListUpload, rememberedChoice, waitingUpload } from './upload-store.ts'

export function columnsRoutes(deps: MergersOfficeDeps): Route<AppEnv>[] {
  const one = { path: `${planPattern}/columns`, permission: 'mergers.plan' } as const
  return [
    { method: 'GET', ...one, audit: 'mergers.ask-columns', handle: (c) => show(c, deps) },
    { method: 'POST', ...one, audit: 'mergers.plan', handle: (c) => submit(c, deps) },
  ]
}

interface Opened {
  readonly upload: ListUpload
  readonly asked: Asked
}

/** What is asked about the list that waits. */
async function opened({ database: { db }, clock, countries }: MergersOfficeDeps, upload: ListUpload): Promise<Opened> {
  const { country, list, movements, decided } = upload
  const { head } = list
  const schemes = await codeSchemes(db, country)
  const official = countries.byIso(country)?.officialLanguages ?? []
  const named = head.headings.flatMap((heading) => languageOf(heading) ?? [])
  const asked: Asked = {
    headings: head.known === undefined ? head.headings : [],
    known: head.known !== undefined,
    movements: movements?.head.headings,
    offered: offeredColumns([...new Set([...official, ...named])]),
    schemes: schemes.length > 0 ? schemes : ['LAU'],
    earlier: decided?.choice ?? (await rememberedChoice(db, country)),
    validFrom: decided?.validFrom ?? usualDay(clock.now().toZonedDateTimeISO('UTC').toPlainDate()),
  }
  return { upload, asked }
}

type Again = Pick<ColumnsPageProps, 'faults'> & {
  readonly fields: FormFields
  readonly lines?: readonly string[]
  readonly status: 200 | 409 | 422
}

function respond(c: OfficeContext, { upload, asked }: Opened, deps: MergersOfficeDeps, again?: Again): Response {
  const { frame } = openRequest(c)
  const translator = c.get('translator')
  const fields = again?.fields ?? columnsFields(asked)
  const inWords = (column: string) => {
    const code = languageOf(column)
    return code === undefined
      ? translator.t(`mergers.column.${column as PlainColumn}`)
      : translator.t('mergers.column.nameIn', { language: deps.languages.byCode(code)?.autonym ?? code })
  }
  return page(
    c,
    <ColumnsPage
      frame={frame}
      id={upload.id}
      turn={upload.turn}
      name={upload.list.name || translator.t('mergers.new.unnamed')}
      head={upload.list.head}
      columns={asked.offered.map((value) => ({ value, text: inWords(value) }))}
      movements={asked.movements}
      schemes={asked.schemes}
      value={(name) => fieldText(fields, name)}
      faults={again?.faults ?? []}
      lines={again?.lines ?? []}
    />,
    again?.status ?? 200,
  )
}

async function show(c: OfficeContext, deps: MergersOfficeDeps): Promise<Response> {
  const { country, frame } = openRequest(c)
  const { db } = deps.database
  const upload = await waitingUpload(db, country)
  if (!upload) return toPlan(c, deps, country)
  const { decided, refused } = upload
  const translator = c.get('translator')
  if (!decided) return respond(c, await opened(deps, upload), deps)
  if (refused) {
    const said = presentRefused(translator, refused, decided.choice)
    const found = await opened(deps, upload)
    return respond(c, found, deps, { ...said, fields: columnsFields(found.asked), status: 200 })
  }
  const timeZone = deps.countries.byIso(country)?.timeZone ?? 'UTC'
  return page(
    c,
    <ComparingPage
      frame={frame}
      name={upload.list.name || translator.t('mergers.new.unnamed')}
      since={upload.begunAt && longMoment(translator, upload.begunAt, timeZone)}
      rows={upload.rowsRead}
    />,
  )
}

/** Of a list that waited there is a plan now: somebody has looked where it stands; or nothing waits at all. */
async function toPlan(c: OfficeContext, deps: MergersOfficeDeps, country: string): Promise<Response> {
  const plan = await openPlan(deps.database.db, country)
  return c.redirect(`${urls.officePlan(country)}${plan ? '?done=planned' : ''}`, 303)
}

async function submit(c: OfficeContext, deps: MergersOfficeDeps): Promise<Response> {
  const { country } = openRequest(c)
  const { db } = deps.database
  const { t } = c.get('translator')
  const fields = await readForm(c.req.raw)
  const upload = await waitingUpload(db, country)
  // A plan meanwhile, by a colleague or by a second click; or a day has passed.
  if (!upload || (await openPlan(db, country))) return c.redirect(urls.officePlan(country), 303)
  const columns = urls.officePlanAct(country, 'columns')
  const found = await opened(deps, upload)
  if (fieldText(fields, 'id') !== upload.id) {
    if (upload.decided) return c.redirect(columns, 303)
    const faults = [{ field: 'list', text: t('mergers.columns.another') }]
    return respond(c, found, deps, { fields: columnsFields(found.asked), faults, status: 409 })
  }
  // Sent twice, or a colleague was first: it is compared.
  if (fieldText(fields, 'turn') !== `${upload.turn}`) return c.redirect(columns, 303)
  const decided = columnsFrom(fields, found.asked)
  if (!('choice' in decided)) {
    const faults = decided.map(({ field, code }) => ({ field, text: t(`mergers.columns.fault.${code}`) }))
    return respond(c, found, deps, { fields, faults, status: 422 })
  }
  await decideList(deps, c.get('act'), upload, decided)
  return c.redirect(columns, 303)
}
