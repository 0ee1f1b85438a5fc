/** A list of services comes in: it is brought, its columns are looked at, then what it would change, then taken over. */
import { z } from 'zod'
import type { AppEnv } from '../../../../platform/http/env.ts'
import { notFound } from '../../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm, readFormWithFile } from '../../../../platform/http/form.ts'
import type { Route } from '../../../../platform/http/route-table.ts'
import { newId } from '../../../../platform/ids.ts'
import { patterns, urls } from '../../../../urls.ts'
import type { UploadFault } from '../../import-services/detect-upload.ts'
import { hsdsZip } from '../../import-services/hsds-csv/write-tables.ts'
import { hsdsOf } from '../../import-services/hsds-write.ts'
import { offeredColumns, proposeColumns } from '../../import-services/propose-columns.ts'
import { rememberedFor } from '../../import-services/remembered-rules.ts'
import {
  listUploads,
  readContent,
  readUpload,
  rememberedChoices,
  sourcesOf,
  type Upload,
} from '../../import-services/upload-store.ts'
import {
  chooseForUpload,
  discardUpload,
  headingsOfUpload,
  keepUpload,
  previewUpload,
  takeOverUpload,
} from '../../import-services/uploads.ts'
import { servicesCsv, servicesXlsx } from '../../import-services/write-csv.ts'
import { readDraft } from '../../service.ts'
import type { OfficeChecklistDeps } from '../deps.ts'
import type { FormFault } from '../forms/form.ts'
import {
  languageChoices,
  type OfficeContext,
  type OfficeRequest,
  openOffice,
  page,
  param,
  saved,
} from '../office-request.ts'
import { officePattern } from '../patterns.ts'
import { kindName, longMoment } from '../wording.ts'
import { calledOf, choiceFields, choiceFrom, kindWordsOf } from './choice-form.ts'
import { columnByHeading, headingOf } from './column-headings.ts'
import { ImportColumnsPage } from './pages/import-columns-page.tsx'
import { ImportPage } from './pages/import-page.tsx'
import { showPreview } from './preview-request.tsx'

const permission = 'checklist.edit'

type FileFormat = Parameters<typeof urls.officeServicesFile>[1]
const fileTypes: readonly { readonly format: FileFormat; readonly type: string }[] = [
  { format: 'csv', type: 'text/csv; charset=utf-8' },
  { format: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  { format: 'json', type: 'application/json' },
  { format: 'zip', type: 'application/zip' },
]

export function importRoutes(deps: OfficeChecklistDeps): Route<AppEnv>[] {
  const path = `${officePattern}/import`
  const one = `${path}${patterns.id}`
  const columns = `${one}/columns`
  return [
    { method: 'GET', path, permission, audit: 'checklist.bring-list', handle: (c) => showImport(c, deps) },
    { method: 'POST', path, permission, audit: 'checklist.upload-list', handle: (c) => submitUpload(c, deps) },
    ...fileTypes.map(
      ({ format, type }): Route<AppEnv> => ({
        method: 'GET',
        path: `${path}/services.${format}`,
        permission,
        audit: 'checklist.take-list-out',
        handle: (c) => sendServices(c, deps, format, type),
      }),
    ),
    { method: 'GET', path: columns, permission, audit: 'checklist.ask-columns', handle: (c) => showColumns(c, deps) },
    {
      method: 'POST',
      path: columns,
      permission,
      audit: 'checklist.choose-columns',
      handle: (c) => submitColumns(c, deps),
    },
    { method: 'GET', path: one, permission, audit: 'checklist.preview-list', handle: (c) => showUpload(c, deps) },
    { method: 'POST', path: one, permission, audit: 'checklist.take-over', handle: (c) => submitUse(c, deps) },
    {
      method: 'POST',
      path: `${one}/discard`,
      permission,
      audit: 'checklist.discard-list',
      handle: (c) => submitDiscard(c, deps),
    },
  ]
}

const nothingTyped: FormFields = new Map()

async function showImport(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  refused?: { readonly fields: FormFields; readonly fault: UploadFault },
): Promise<Response> {
  const office = await openOffice(c, deps)
  const { translator, authority } = office
  const waiting = await listUploads(deps.database.db, authority.id)
  const faults: FormFault[] = refused ? [{ field: 'file', code: refused.fault }] : []
  return page(
    c,
    <ImportPage
      frame={office.frame}
      view={{ translator, fields: refused?.fields ?? nothingTyped, faults }}
      id={idIn(refused?.fields) ?? newId()}
      waiting={waiting.map((upload) => ({
        name: nameOf(upload, office),
        at: longMoment(translator, upload.uploadedAt, authority.timeZone),
        href: wayOn(office, upload),
        discard: urls.officeUploadDiscard(office.frame.town, upload.id),
      }))}
    />,
    refused ? 422 : 200,
  )
}

function idIn(fields: FormFields | undefined): string | undefined {
  const typed = z.uuid().safeParse(fields && fieldText(fields, 'id'))
  return typed.success ? typed.data : undefined
}

const nameOf = ({ name }: Upload, { translator }: OfficeRequest): string =>
  name || translator.t('checklist.office.import.pasted')

const wayOn = ({ frame: { town } }: OfficeRequest, { id, choice }: Pick<Upload, 'id' | 'choice'>): string =>
  choice ? urls.officeUpload(town, id) : urls.officeUploadColumns(town, id)

async function submitUpload(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { fields, file } = await readFormWithFile(c.req.raw, 'file')
  const pasted = new TextEncoder().encode(fields.get('rows')?.[0] ?? '')
  const id = idIn(fields) ?? newId()
  const given = {
    id,
    authority: office.authority.id,
    name: file?.name.slice(0, 200) ?? '',
    content: file?.content ?? pasted,
  }
  const kept = await keepUpload(deps, c.get('act'), given)
  if ('fault' in kept) return showImport(c, deps, { fields, fault: kept.fault })
  return c.redirect(urls.officeUploadColumns(office.frame.town, id), 303)
}

/** The draft as a CSV, as an Excel workbook, as HSDS JSON, or as the tables of HSDS: to be edited and brought back. */
async function sendServices(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  format: FileFormat,
  type: string,
): Promise<Response> {
  const { authority, official, translator } = await openOffice(c, deps)
  const { services } = await readDraft(deps.database.db, authority.id)
  const [language = 'en'] = official
  const hsds = () => services.map((each) => hsdsOf(each, language, authority.country))
  const table = { services, official, headingOf: headingOf(translator, deps.languages) }
  const files = {
    // English spreadsheets take commas between cells, all others semicolons.
    csv: () => servicesCsv(table, translator.language === 'en' ? ',' : ';'),
    xlsx: () =>
      servicesXlsx(table, {
        name: translator.t('checklist.office.import.sheet'),
        rightToLeft: translator.dir === 'rtl',
      }),
    json: () => JSON.stringify(hsds(), null, 2),
    zip: () => hsdsZip(hsds()),
  }
  return c.body(files[format](), 200, {
    'cache-control': 'no-store',
    'content-type': type,
    'content-disposition': `attachment; filename="services-${authority.slug}.${format}"`,
  })
}

/** @throws {RequestFault} not-found where it is not this town's, or gone. */
async function uploadOf(c: OfficeContext, deps: OfficeChecklistDeps, office: OfficeRequest): Promise<Upload> {
  const upload = await readUpload(deps.database.db, office.authority.id, param(c, 'id'))
  if (!upload) throw notFound()
  return upload
}

async function showColumns(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const upload = await uploadOf(c, deps, office)
  return respondColumns(c, deps, office, upload)
}

/** What the form of a list is made from: its headings, what is proposed for them, the lists that there are. */
async function columnsOf(deps: OfficeChecklistDeps, office: OfficeRequest, upload: Upload) {
  const { db } = deps.database
  const all = upload.headings ?? (await headingsInContent(deps, upload))
  const found = [...new Set(all)].filter((heading) => heading !== '')
  const known = await rememberedChoices(db, office.authority.id)
  const before = rememberedFor(known, found, calledOf(nameOf(upload, office)))
  const earlier = upload.choice ?? before.earlier?.choice
  const seen = upload.choice ? found : (before.earlier?.headings ?? [])
  const language = earlier?.language ?? office.official[0] ?? 'en'
  const proposed = proposeColumns(found, language, columnByHeading(deps.i18n), earlier?.columns ?? undefined, seen)
  const sources = await sourcesOf(db, office.authority.id)
  const other = found.length > 0 ? known.map(({ choice }) => choice.source) : []
  return { earlier, source: before.source, other, headings: found, proposed, language, sources, chosen: upload.choice }
}

/** Of a list that was brought before its headings were noted. */
async function headingsInContent(deps: OfficeChecklistDeps, { id, format }: Upload): Promise<readonly string[]> {
  const content = await readContent(deps.database.db, id)
  return content ? headingsOfUpload(format, content) : []
}

async function respondColumns(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  upload: Upload,
  refused?: { readonly fields: FormFields; readonly faults: readonly FormFault[] },
): Promise<Response> {
  const { translator, frame } = office
  const found = await columnsOf(deps, office, upload)
  const name = nameOf(upload, office)
  return page(
    c,
    <ImportColumnsPage
      frame={frame}
      view={{ translator, fields: refused?.fields ?? choiceFields(found, name), faults: refused?.faults ?? [] }}
      name={name}
      sources={found.sources}
      named={upload.feed !== null}
      languages={languageChoices(office.official, deps)}
      kinds={deps.checklist.kinds.map(({ id }) => ({ id, name: kindName(translator, deps.checklist, id) }))}
      headings={found.headings}
      offered={offeredColumns([
        ...new Set([...office.official, ...Object.values(found.proposed.columns).flatMap(languageIn)]),
      ])}
      languageName={(code) => deps.languages.byCode(code)?.autonym ?? code}
      discard={urls.officeUploadDiscard(frame.town, upload.id)}
    />,
    refused ? 422 : 200,
  )
}

const languageIn = (column: string): string[] => /_([a-z]{2,3})$/.exec(column)?.slice(1) ?? []

async function submitColumns(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const upload = await uploadOf(c, deps, office)
  const fields = await readForm(c.req.raw)
  const { headings, language } = await columnsOf(deps, office, upload)
  const source = upload.feed === null ? undefined : upload.choice?.source
  const known = { headings, kinds: deps.checklist.ids, official: office.official, language, source }
  const parsed = choiceFrom(fields, known)
  if (!parsed.ok) return respondColumns(c, deps, office, upload, { fields, faults: parsed.faults })
  if (!(await chooseForUpload(deps, c.get('act'), upload, { choice: parsed.value, headings }))) throw notFound()
  // Read and compared now, so that the page that comes next has only to be shown.
  await previewUpload(deps, c.get('act'), { ...upload, choice: parsed.value }, kindWordsOf(deps))
  return c.redirect(urls.officeUpload(office.frame.town, upload.id), 303)
}

async function showUpload(c: OfficeContext, deps: OfficeChecklistDeps, changed = false): Promise<Response> {
  const office = await openOffice(c, deps)
  const { choice, ...upload } = await uploadOf(c, deps, office)
  if (!choice) return c.redirect(urls.officeUploadColumns(office.frame.town, upload.id), 303)
  const preview = await previewUpload(deps, c.get('act'), { ...upload, choice }, kindWordsOf(deps))
  if (!preview) throw notFound()
  return showPreview(c, deps, office, {
    id: upload.id,
    name: choice.source,
    fetched: upload.feed !== null,
    preview,
    changed,
  })
}

async function submitUse(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { town } = office.frame
  const seen = fieldText(await readForm(c.req.raw), 'seen')
  const upload = await readUpload(deps.database.db, office.authority.id, param(c, 'id'))
  // Taken over or thrown away meanwhile, by a colleague or by a second click.
  if (!upload) return c.redirect(urls.officePublish(town), 303)
  const { choice } = upload
  if (!choice) return c.redirect(urls.officeUploadColumns(town, upload.id), 303)
  const outcome = await takeOverUpload(deps, c.get('act'), { ...upload, choice }, kindWordsOf(deps), seen)
  if (outcome === 'differs') return showUpload(c, deps, true)
  if (outcome === 'gone') return c.redirect(urls.officePublish(town), 303)
  return saved(c, urls.officePublish(town), 'imported')
}

async function submitDiscard(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  await discardUpload(deps, c.get('act'), { authority: office.authority.id, id: param(c, 'id') })
  return saved(c, urls.officeImport(office.frame.town), 'discarded')
}
