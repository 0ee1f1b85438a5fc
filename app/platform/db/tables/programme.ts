/** The programme of a meeting. */
import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, string, string>

interface ProgrammeTable {
  meeting: string
  rooms: Json
  revision: Generated<number>
  changed_at: Date
}

interface SessionTable {
  id: string
  meeting: string
  facts: Json
  cancelled: Generated<boolean>
  revision: Generated<number>
  changed_at: Date
  changed_by: string | null
}

interface SpeakerTable {
  session: string
  position: number
  name: string
}

interface ReleaseTable {
  meeting: string
  version: number
  document: Json
  released_at: Date
}

interface ReleasedSpeakerTable {
  meeting: string
  version: number
  session: string
  position: number
  name: string
}

export interface ProgrammeTables {
  'office.programme': ProgrammeTable
  'office.programme_session': SessionTable
  'office.programme_speaker': SpeakerTable
  'published.programme_release': ReleaseTable
  'published.programme_speaker': ReleasedSpeakerTable
}
