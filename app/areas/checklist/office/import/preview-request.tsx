/** What taking a list over would do, page by page. */
import { urls } from '../../../../urls.ts'
import type { RecordedChange } from '../../change-store.ts'
import { importSentence } from '../../import-services/import-sentence.ts'
import type { ImportFault, ImportNote } from '../../import-services/record.ts'
import type { UploadPreview } from '../../import-services/uploads.ts'
import type { OfficeChecklistDeps } from '../deps.ts'
import { factWords, type OfficeContext, type OfficeRequest, page } from '../office-request.ts'
import { servedChoices } from '../part-request.ts'
import { servedIn } from '../present-changes.ts'
import { presentDraftChanges } from '../present-comparison.ts'
import { ImportPreviewPage, type RowSaid } from './pages/import-preview-page.tsx'

/** Things of each sort on one page. */
const perPage = 25

interface Shown {
  readonly id: string
  readonly name: string
  /** From a feed. */
  readonly fetched: boolean
  readonly preview: UploadPreview
  /** Something has changed since the officer looked. */
  readonly changed: boolean
}

export async function showPreview(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  { id, name, fetched, preview: { report, decided }, changed }: Shown,
): Promise<Response> {
  const { translator, frame } = office
  // Changes of what is there come before what is new.
  const inOrder = [...decided.filter(({ before }) => before), ...decided.filter(({ before }) => !before)]
  const pages = Math.max(1, ...[inOrder, report.faults, report.notes].map(({ length }) => Math.ceil(length / perPage)))
  const asked = /^[1-9]\d{0,5}$/.exec(c.req.query('page') ?? '')
  const number = Math.min(Number(asked?.[0] ?? 1), pages)
  const shown = <T,>(all: readonly T[]): readonly T[] => all.slice((number - 1) * perPage, number * perPage)
  const changes = shown(inOrder).map(
    ({ before, after }): RecordedChange => ({ thing: 'service', id: '', before, after }),
  )
  const words = factWords(office, deps, await servedChoices(deps, office, [...new Set(changes.flatMap(servedIn))]))
  const said = (found: ImportFault | ImportNote): RowSaid => ({
    row: found.row,
    column: found.column,
    value: found.value,
    sentence: importSentence(translator.t, found),
  })
  return page(
    c,
    <ImportPreviewPage
      frame={frame}
      name={name}
      fetched={fetched}
      report={report}
      things={presentDraftChanges(changes, words)}
      refused={shown(report.faults).map(said)}
      notes={shown(report.notes).map(said)}
      page={{ number, of: pages, href: (wanted) => urls.officeUpload(frame.town, id, wanted) }}
      takeOver={urls.officeUpload(frame.town, id)}
      discard={urls.officeUploadDiscard(frame.town, id)}
      columns={urls.officeUploadColumns(frame.town, id)}
      changed={changed}
    />,
    changed ? 409 : 200,
  )
}
