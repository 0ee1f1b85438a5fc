/** Who comes to a meeting. */
import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, string, string>
type DayOrNull = ColumnType<string | null, string | null, string | null>

interface RegistrationTable {
  meeting: string
  opens: DayOrNull
  closes: DayOrNull
  quotas: Json
  conference: string
  revision: Generated<number>
  changed_at: Date
}

interface DelegateTable {
  id: string
  meeting: string
  authority: string | null
  association: string | null
  guest: string | null
  name: string
  child: boolean
  function: string
  email: string
  languages: string[]
  diet: string
  diet_note: string
  access: string[]
  access_note: string
  companion: string
  arrives: DayOrNull
  leaves: DayOrNull
  visa: boolean
  age_group: string | null
  adult: string | null
  safeguarding: string | null
  consented_at: Date | null
  registered_at: Date
  place_since: Date | null
  revision: Generated<number>
  changed_at: Date
  changed_by: string | null
}

interface GuestTable {
  id: string
  meeting: string
  kind: 'observer' | 'partner'
  name: string
  contact: string | null
  invited_at: Date
  invited_by: string | null
}

export interface DelegationsTables {
  'office.meeting_guest': GuestTable
  'office.meeting_registration': RegistrationTable
  'office.delegate': DelegateTable
}
