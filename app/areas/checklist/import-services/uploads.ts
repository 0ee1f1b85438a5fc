/** A list of services comes in by the browser: it waits, is looked at, and is taken over or thrown away. */
import { type Act, recordAudit } from '../../../platform/audit/audit.ts'
import type { ChecklistDeps, ImportDeps } from '../deps.ts'
import { readKeptDraft } from '../draft-memory.ts'
import { noteFollowed } from '../feeds/feed-store.ts'
import { lockTown, readTown } from '../town-store.ts'
import { decoded, formatOfContent, headingsIn, type UploadFault } from './detect-upload.ts'
import { tablesOfZipBytes } from './hsds-csv/open-tables.ts'
import {
  checkServices,
  type DecidedService,
  ImportDiffers,
  ImportGone,
  importServices,
  type ServiceImport,
  type ServiceImportReport,
} from './import-services.ts'
import { beginLook, forgetLook } from './looked-lists.ts'
import type { ImportInput } from './record.ts'
import type { CheckedItem } from './settle-batch.ts'
import {
  deleteUpload,
  insertUpload,
  keepNewestUploads,
  readContent,
  type Upload,
  type UploadChoice,
  writeChoice,
} from './upload-store.ts'

/** Bytes of a file, packed; and of a zip file, unpacked. */
const largestUpload = 5_000_000
export const largestUnpacked = 50_000_000
/** Lists of one town that wait at the same time. */
const mostWaiting = 5
/** Their own words for a kind, such as its name in a language: folded by the reader. */
export type KindWords = Readonly<Record<string, string>>

/** @param given the id is made with the form: sent twice, it makes one upload. */
export async function keepUpload(
  { database }: ChecklistDeps,
  act: Act,
  given: { readonly id: string; readonly authority: string; readonly name: string; readonly content: Uint8Array },
): Promise<{ readonly fault: UploadFault } | { readonly format: Upload['format'] }> {
  if (given.content.length > largestUpload) return { fault: 'uploadTooLarge' }
  const detected = await formatOfContent(given.content, largestUnpacked)
  if ('fault' in detected) return detected
  const { id, authority, name, content } = given
  const headings = await headingsOfUpload(detected.format, content)
  await database.db.transaction().execute(async (tx) => {
    await lockTown(tx, authority)
    const by = act.person?.id ?? ''
    const upload = { id, authority, name, by, uploadedAt: act.at, format: detected.format }
    if (!(await insertUpload(tx, { ...upload, headings }, content))) return
    await keepNewestUploads(tx, authority, mostWaiting)
    await recordAudit(tx, act, { authority, subject: 'list of services', detail: { format: detected.format } })
  })
  return detected
}

/** @param decided with all headings of the list. @returns false where the list is gone. */
export async function chooseForUpload(
  { database }: ChecklistDeps,
  act: Act,
  upload: Pick<Upload, 'authority' | 'id'>,
  decided: { readonly choice: UploadChoice; readonly headings: readonly string[] },
): Promise<boolean> {
  return database.db.transaction().execute(async (tx) => {
    await lockTown(tx, upload.authority)
    return writeChoice(tx, upload, decided, act.at)
  })
}

function inputOf(format: Upload['format'], content: Uint8Array): ImportInput {
  if (format === 'hsds-csv') return tablesOfZipBytes(content, largestUnpacked)
  return format === 'xlsx' ? { workbook: content, most: largestUnpacked } : decoded(content)
}

/** What stands in the first row of a table; empty for formats whose fields have fixed names. */
export const headingsOfUpload = (format: Upload['format'], content: Uint8Array): Promise<readonly string[]> =>
  headingsIn(format, content, largestUnpacked)

type Whole = Upload & { readonly choice: UploadChoice }

function importOf(upload: Whole, content: Uint8Array, words: KindWords): Omit<ServiceImport, 'dryRun'> {
  const { authority, format, choice } = upload
  return {
    authority,
    format,
    source: choice.source,
    language: choice.language,
    columns: choice.columns ?? undefined,
    winner: choice.winner,
    map: { kinds: { ...words }, ...(choice.defaultKind === '' ? {} : { defaultKind: choice.defaultKind }) },
    input: inputOf(format, content),
  }
}

export type UploadPreview = { readonly report: ServiceImportReport; readonly decided: readonly DecidedService[] }

/**
 * As it was read and checked before, else read now and kept in memory.
 *
 * @returns undefined where the list is gone.
 */
export async function checkUpload(
  deps: ImportDeps,
  at: Temporal.Instant,
  upload: Whole,
  words: KindWords,
): Promise<readonly CheckedItem[] | undefined> {
  const { database } = deps
  const look = beginLook(database, upload, await readTown(database.db, upload.authority), at)
  if (look.found) return look.found
  const content = await readContent(database.db, upload.id)
  if (!content) return undefined
  const checked = await checkServices(deps, at, importOf(upload, content, words))
  look.keep(checked)
  return checked
}

/** What taking it over would do now; undefined where the list is gone. */
export async function previewUpload(
  deps: ImportDeps,
  act: Act,
  upload: Whole,
  words: KindWords,
): Promise<UploadPreview | undefined> {
  const checked = await checkUpload(deps, act.at, upload, words)
  if (!checked) return undefined
  const { services } = await readKeptDraft(deps.database, upload.authority)
  const decided: DecidedService[] = []
  const report = await importServices(deps, act, {
    keeps: Number.POSITIVE_INFINITY,
    ...importOf(upload, new Uint8Array(), words),
    dryRun: true,
    onDecided: (each) => decided.push(each),
    known: new Map(services.map((one) => [one.id, one])),
    checked,
  })
  return { report, decided }
}

/** @param seen of the preview that the officer has looked at. */
export async function takeOverUpload(
  deps: ImportDeps,
  act: Act,
  upload: Whole,
  words: KindWords,
  seen: string,
): Promise<'taken-over' | 'gone' | 'differs'> {
  // It is read from the list itself, never from what is remembered of it.
  forgetLook(deps.database, upload)
  const content = await readContent(deps.database.db, upload.id)
  if (!content) return 'gone'
  try {
    await importServices(deps, act, {
      ...importOf(upload, content, words),
      dryRun: false,
      seen,
      claim: (tx) => deleteUpload(tx, upload.authority, upload.id),
      settle: async (tx, found) => {
        if (upload.feed !== null) await noteFollowed(tx, upload.feed, act.at, found)
      },
    })
    return 'taken-over'
  } catch (error) {
    if (error instanceof ImportGone) return 'gone'
    if (error instanceof ImportDiffers) return 'differs'
    throw error
  }
}

export async function discardUpload(
  { database }: ChecklistDeps,
  act: Act,
  { authority, id }: Pick<Upload, 'authority' | 'id'>,
): Promise<void> {
  forgetLook(database, { authority, id })
  await database.db.transaction().execute(async (tx) => {
    if (!(await deleteUpload(tx, authority, id))) return
    await recordAudit(tx, act, { authority, subject: 'list of services' })
  })
}
