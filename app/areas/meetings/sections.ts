/** What other areas tell of a meeting on its public page, and what there is to do for it in the office. */
import type { Db, ReadDb } from '../../platform/db/tables.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { Town } from '../../urls/town-paths.ts'
import type { Meeting } from './meeting-rules.ts'

/** A part of the public page of a meeting. */
export interface MeetingSection {
  /** Of the heading; it stands in addresses. */
  readonly id: string
  readonly title: string
  readonly lines: readonly { readonly text: string; readonly href?: string }[]
}

/** Nothing where there is nothing to tell. */
export type SectionsOf = (db: ReadDb, meeting: Meeting, translator: Translator) => Promise<readonly MeetingSection[]>

export interface OfficeLink {
  readonly text: string
  readonly href: string
}

/** @param town undefined: the secretariat looks. */
export type OfficeLinksOf = (
  db: Db,
  meeting: Meeting,
  translator: Translator,
  town?: Town & { readonly id: string },
) => Promise<readonly OfficeLink[]>
