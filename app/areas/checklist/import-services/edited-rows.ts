/** Rows that went out from here: their id is that of a draft, and only what was edited in them changes it. */
import type { FactChecks } from '../faults.ts'
import { same } from '../same.ts'
import { importedService, type ParsedRecord } from './check-record.ts'
import type { DraftRow } from './import-store.ts'
import { mergeEdited } from './merge-edited-rules.ts'
import type { ImportFault, ImportRecord } from './record.ts'

export type EditedRow =
  | { readonly outcome: 'write'; readonly parsed: ParsedRecord }
  | { readonly outcome: 'unchanged' | 'edited' | 'removed' | 'stays-confidential' }
  | { readonly outcome: 'refused'; readonly faults: readonly ImportFault[] }

/** What reading would say of the draft itself is nobody's edit. */
function newFaults(came: readonly ImportFault[], out: readonly ImportFault[]): ImportFault[] {
  const known = new Set(out.map(({ column, code, value }) => `${column} ${code} ${value}`))
  return came.filter(({ column, code, value }) => !known.has(`${column} ${code} ${value}`))
}

interface Compared {
  readonly draft: Pick<DraftRow, 'facts' | 'removed' | 'revision'>
  readonly row: EditedRow
}

/** Of records that are kept for a while: a list is compared each time it is looked at. */
const compared = new WeakMap<ImportRecord, Compared>()

/** From memory as long as the draft is the very same. */
export function editedRow(
  record: ImportRecord,
  again: NonNullable<ImportRecord['again']>,
  draft: DraftRow,
  checks: FactChecks,
): EditedRow {
  const { facts, removed, revision } = draft
  const before = compared.get(record)
  const isSame = before?.draft.facts === facts && before.draft.removed === removed && before.draft.revision === revision
  if (before && isSame) return before.row
  const row = compareRow(record, again, draft, checks)
  compared.set(record, { draft: { facts, removed, revision }, row })
  return row
}

function compareRow(
  record: ImportRecord,
  again: NonNullable<ImportRecord['again']>,
  draft: DraftRow,
  checks: FactChecks,
): EditedRow {
  const out = again.read(draft)
  const facts = mergeEdited(draft.facts, out.facts, record.facts)
  const faults = newFaults(record.faults, out.faults)
  if (faults.length === 0 && same(facts, draft.facts)) return { outcome: 'unchanged' }
  if (draft.removed) return { outcome: 'removed' }
  if (draft.facts.place.type === 'confidential' && !record.confidential) return { outcome: 'stays-confidential' }
  const merged = { ...record, facts: facts as ImportRecord['facts'], faults }
  const { service, faultsFound } = importedService(merged, checks)
  if (!service) return { outcome: 'refused', faults: faultsFound }
  if (same(service.facts, draft.facts)) return { outcome: 'unchanged' }
  return again.revision !== undefined && again.revision !== draft.revision
    ? { outcome: 'edited' }
    : { outcome: 'write', parsed: service }
}
