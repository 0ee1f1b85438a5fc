/** Where a member's office is written to, as somebody types it or a list says it. Pure. */
import type { ContactRow, LineFault } from '../schema.ts'

export interface TypedContact {
  readonly office: string
  readonly email: string
  /** A line each. */
  readonly postal: string
  /** Code; empty: the town's own. */
  readonly language: string
}

export interface ContactFault {
  readonly field: 'office' | 'email' | 'postal'
  /** Message `campaigns.contact.fault.<code>`. */
  readonly code: 'office' | 'email' | 'postal' | 'neither'
}

export interface ContactChecks {
  isEmail(text: string): boolean
  linesOf(text: string): string[]
  isPostal(lines: readonly string[]): boolean
}

const longestOffice = 120

type Read =
  | { readonly contact: Omit<ContactRow, 'authority'> }
  | { readonly faults: readonly [ContactFault, ...ContactFault[]] }

export function contactFrom(typed: TypedContact, checks: ContactChecks): Read {
  const email = typed.email.trim().toLowerCase()
  const lines = checks.linesOf(typed.postal)
  const office = typed.office.replace(/\s+/g, ' ').trim()
  const faults: ContactFault[] = []
  if (office.length > longestOffice) faults.push({ field: 'office', code: 'office' })
  if (email !== '' && !checks.isEmail(email)) faults.push({ field: 'email', code: 'email' })
  if (lines.length > 0 && !checks.isPostal(lines)) faults.push({ field: 'postal', code: 'postal' })
  if (email === '' && lines.length === 0) faults.push({ field: 'email', code: 'neither' })
  const [first, ...others] = faults
  if (first) return { faults: [first, ...others] }
  return {
    contact: {
      office,
      email: email === '' ? null : email,
      postal: lines.length === 0 ? null : lines.join('\n'),
      language: typed.language === '' ? null : typed.language,
    },
  }
}

/** A line of a list, by what its columns mean. */
export interface ListedContact extends TypedContact {
  /** Official code or name of the member. */
  readonly member: string
  readonly code: string
}

export const listColumns = ['code', 'member', 'office', 'email', 'postal', 'language'] as const
export type ListColumn = (typeof listColumns)[number]

/** How headings call the columns, folded: in the four languages of the office. */
const headingWords: Readonly<Record<ListColumn, readonly string[]>> = {
  code: [
    'code',
    'lau',
    'official code',
    'schlussel',
    'schluessel',
    'ags',
    'gemeindeschlussel',
    'code officiel',
    'insee',
    'الرمز',
  ],
  member: [
    'town',
    'name',
    'municipality',
    'authority',
    'member',
    'gemeinde',
    'ort',
    'stadt',
    'mitglied',
    'commune',
    'ville',
    'nom',
    'البلدة',
    'الاسم',
  ],
  office: ['office', 'department', 'amt', 'stelle', 'dienststelle', 'service', 'bureau', 'المكتب'],
  email: ['email', 'e mail', 'mail', 'e mail address', 'courriel', 'adresse e mail', 'البريد الإلكتروني', 'بريد'],
  postal: [
    'address',
    'post',
    'postal address',
    'post address',
    'anschrift',
    'adresse',
    'postanschrift',
    'adresse postale',
    'العنوان',
  ],
  language: ['language', 'sprache', 'langue', 'اللغة'],
}

export function columnOf(heading: string, fold: (text: string) => string): ListColumn | undefined {
  const folded = fold(heading)
  return listColumns.find((column) => headingWords[column].some((word) => fold(word) === folded))
}

export interface KnownMembers {
  /** Ids by official code. */
  byCode(code: string): readonly string[]
  /** Ids by name. */
  byName(name: string): readonly string[]
}

/** Lines of an address that stand in one cell. */
const apartInCell = /\s*[|;]\s*/g

/** Which member a line names, and what it says of it. @param taken ids that earlier lines have. */
export function rowFrom(
  listed: ListedContact,
  known: KnownMembers,
  taken: ReadonlySet<string>,
  checks: ContactChecks & { languageOf(text: string): string | undefined },
): { readonly row: ContactRow } | { readonly code: LineFault } {
  const found = listed.code === '' ? known.byName(listed.member) : known.byCode(listed.code)
  const [authority, other] = found
  if (authority === undefined) return { code: 'unknown' }
  if (other !== undefined) return { code: 'several' }
  if (taken.has(authority)) return { code: 'twice' }
  const language = listed.language === '' ? '' : checks.languageOf(listed.language)
  if (language === undefined) return { code: 'language' }
  const read = contactFrom({ ...listed, postal: listed.postal.replace(apartInCell, '\n'), language }, checks)
  if ('contact' in read) return { row: { authority, ...read.contact } }
  const [{ code }] = read.faults
  return { code: code === 'office' ? 'cells' : code }
}

export interface Contact extends ContactRow {
  readonly revision: number
  /** Where a mail server took nothing for the address. */
  readonly refused: { readonly at: Temporal.Instant; readonly answer: string } | undefined
  /** The office wants no letters any more. */
  readonly stopped: boolean
}

export interface ContactCounts {
  readonly members: number
  readonly mail: number
  readonly letter: number
  readonly refused: number
  readonly stopped: number
}

export interface ListChanges {
  readonly added: number
  readonly changed: number
  readonly same: number
}
