/** What the columns of an official list hold is decided; then it is compared with what is known. */
import type { AppEnv } from '../../platform/http/env.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { urls } from '../../urls.ts'
import { codeSchemes } from '../authorities/index.ts'
import { type ComparedOutcome, compareList } from './bring-list.ts'
import { type Asked, columnsFields, columnsFrom } from './columns-form.ts'
import type { MergersOfficeDeps } from './deps.ts'
import { headingOf, languageOf, offeredColumns, type PlainColumn } from './list-columns.ts'
import { headOf, type ListHead } from './list-file.ts'
import { usualDay } from './make-plan.ts'
import { ColumnsPage, type ColumnsPageProps } from './pages/columns-page.tsx'
import { type OfficeContext, openRequest, page, planPattern } from './plan-request.ts'
import { presentRefusals } from './present-refusals.ts'
import type { ListChoice } from './schema.ts'
import { type ListUpload, readUploadContent, rememberedChoice, waitingUpload } from './upload-store.ts'

export function columnsRoutes(deps: MergersOfficeDeps): Route<AppEnv>[] {
  const one = { path: `${planPattern}/columns`, permission: 'mergers.plan' } as const
  return [
    { method: 'GET', ...one, audit: 'mergers.ask-columns', handle: (c) => show(c, deps) },
    { method: 'POST', ...one, audit: 'mergers.plan', handle: (c) => submit(c, deps) },
  ]
}

interface Opened {
  readonly upload: ListUpload
  readonly head: ListHead
  readonly asked: Asked
}

/** The list that waits, and what is asked about it; undefined where none does. */
async function opened({ database: { db }, clock, countries }: MergersOfficeDeps, country: string) {
  const upload = await waitingUpload(db, country)
  const content = upload && (await readUploadContent(db, upload.id))
  if (!content) return undefined
  const head = await headOf(upload.list.format, content.list)
  const { movements } = upload
  const moved = movements && content.movements && (await headOf(movements.format, content.movements))
  const schemes = await codeSchemes(db, country)
  const official = countries.byIso(country)?.officialLanguages ?? []
  const named = head.headings.flatMap((heading) => languageOf(heading) ?? [])
  const asked: Asked = {
    headings: head.known ? [] : head.headings,
    known: head.known !== undefined,
    movements: moved?.headings,
    offered: offeredColumns([...new Set([...official, ...named])]),
    schemes: schemes.length > 0 ? schemes : ['LAU'],
    earlier: await rememberedChoice(db, country),
    validFrom: usualDay(clock.now().toZonedDateTimeISO('UTC').toPlainDate()),
  }
  return { upload, head, asked }
}

type Again = Pick<ColumnsPageProps, 'faults'> & {
  readonly fields: FormFields
  readonly lines?: readonly string[]
  readonly status: 409 | 422
}

function respond(c: OfficeContext, { upload, head, asked }: Opened, deps: MergersOfficeDeps, again?: Again): Response {
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
      name={upload.list.name || translator.t('mergers.new.unnamed')}
      head={head}
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
  const { country } = openRequest(c)
  const found = await opened(deps, country)
  return found ? respond(c, found, deps) : c.redirect(urls.officePlan(country), 303)
}

async function submit(c: OfficeContext, deps: MergersOfficeDeps): Promise<Response> {
  const { country } = openRequest(c)
  const { t } = c.get('translator')
  const fields = await readForm(c.req.raw)
  const found = await opened(deps, country)
  // A plan meanwhile, by a colleague or by a second click; or a day has passed.
  if (!found) return c.redirect(urls.officePlan(country), 303)
  if (fieldText(fields, 'id') !== found.upload.id) {
    const faults = [{ field: 'list', text: t('mergers.columns.another') }]
    return respond(c, found, deps, { fields: columnsFields(found.asked), faults, status: 409 })
  }
  const decided = columnsFrom(fields, found.asked)
  if (!('choice' in decided)) {
    const faults = decided.map(({ field, code }) => ({ field, text: t(`mergers.columns.fault.${code}`) }))
    return respond(c, found, deps, { fields, faults, status: 422 })
  }
  const outcome = await compareList(deps, c.get('act'), found.upload, decided)
  const refused = refusalOf(c, outcome, decided.choice)
  if (refused) return respond(c, found, deps, { ...refused, fields, status: 422 })
  return c.redirect(`${urls.officePlan(country)}${outcome.outcome === 'planned' ? '?done=planned' : ''}`, 303)
}

/** What is said about a list that becomes no plan; undefined where there is one. */
function refusalOf(
  c: OfficeContext,
  outcome: ComparedOutcome,
  choice: ListChoice,
): Pick<Again, 'faults' | 'lines'> | undefined {
  const translator = c.get('translator')
  const { t } = translator
  const say = (text: string, field = 'list', lines: readonly string[] = []) => ({
    faults: [{ field, text }],
    lines,
  })
  switch (outcome.outcome) {
    case 'planned':
    case 'same':
    case 'open':
    case 'gone':
      return undefined
    case 'refused':
    case 'movements': {
      const inList = outcome.outcome === 'refused'
      const heading = (column: string) => (inList ? headingOf(choice, column) : (choice.movements?.date ?? ''))
      const lines = presentRefusals(translator, outcome.refusals, heading)
      const count = outcome.refusals.length
      return inList
        ? say(t('mergers.new.fault.rows', { count }), 'list', lines)
        : say(t('mergers.columns.fault.moved-date'), 'moved-date', lines)
    }
    case 'unbelievable':
      return say(t('mergers.new.fault.unbelievable', { gone: outcome.gone, known: outcome.known }))
    default:
      return say(t(`mergers.new.fault.${outcome.outcome}`))
  }
}
