/** A place becomes confidential: it goes out of everything that its towns have written outside of their checklist. */
import { recordAudit } from '../../platform/audit/audit.ts'
import { announceChange } from '../../platform/db/change-feed.ts'
import type { Db } from '../../platform/db/tables.ts'
import { forgetting } from '../../platform/db/town-memory.ts'
import type { PlaceHidden } from '../checklist/index.ts'
import { announcePractices } from '../practices/index.ts'
import { cleanRow } from './erase-store.ts'
import { plannedTogether } from './held-plans-store.ts'
import { type HeldRow, heldRows } from './held-rows-store.ts'
import { placeCleaner } from './hidden-place-rules.ts'
import type { Where } from './passage-rules.ts'
import { textReader } from './said-rules.ts'

/**
 * Where the checklist itself has taken it out (its redact-place), where machines find it anew and mails that are on their
 * way to those who know the place.
 */
const elsewhere: ReadonlySet<Where> = new Set([
  ...(['page', 'drafts', 'versions', 'history', 'notes', 'provider', 'lists', 'checks', 'mails'] as const),
])

/** In the transaction that hides the place. What is only written later is refused where it looks like a street. */
export const takePlaceOut: PlaceHidden = async (tx, act, authorities, saysWhere) => {
  const cleaner = placeCleaner(saysWhere)
  const towns = [...new Set([...authorities, ...(await plannedTogether(tx, authorities))])]
  const rows = await rowsNaming(tx, towns, cleaner.takes)
  if (rows.length === 0) return
  const redaction = { ...act, name: 'checklist.redact-place' }
  for (const row of rows) await cleanRow(tx, redaction, row, cleaner)
  const [authority = ''] = authorities
  await recordAudit(tx, redaction, { authority, subject: 'texts', detail: { texts: rows.length } })
  if (rows.some(({ held }) => held.where === 'practices')) await announcePractices(tx)
  await announceChange(tx, [...towns, ...towns.map(forgetting)])
}

async function rowsNaming(tx: Db, towns: readonly string[], takes: (text: string) => boolean): Promise<HeldRow[]> {
  const rows: HeldRow[] = []
  const reading = { db: tx, reach: { towns, mailboxes: [] }, textsIn: textReader() }
  for await (const row of heldRows(reading, ({ where }) => !elsewhere.has(where))) {
    if (row.parts.some(({ texts }) => texts.some(takes))) rows.push({ ...row, parts: [] })
  }
  return rows
}
