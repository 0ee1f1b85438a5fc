/** A list of contacts as somebody has sent or pasted it → lines that can be taken over, and why others cannot. */
import type { Languages } from '../../../platform/i18n/languages.ts'
import { foldings } from '../../authorities/index.ts'
import { isPostal, linesOf, mostPostalLines } from '../../confirmations/index.ts'
import { listFormatOf, listRowsOf } from '../../mergers/index.ts'
import { isEmail } from '../email-schema.ts'
import { type ContactList, type ContactRow, contactListSchema } from '../schema.ts'
import {
  type ContactChecks,
  columnOf,
  type KnownMembers,
  type ListColumn,
  type ListedContact,
  rowFrom,
} from './contact-rules.ts'

export const contactChecks: ContactChecks = {
  isEmail,
  linesOf,
  isPostal: (lines) => isPostal(lines, mostPostalLines),
}

/** Shown to whoever brings the list: enough to put it right. */
const mostShown = 200

export interface MemberKeys {
  readonly id: string
  readonly codes: readonly string[]
  /** Folded. */
  readonly names: readonly string[]
}

const fold = (text: string) => foldings(text)[0] ?? text.trim().toLowerCase()

function knownOf(members: readonly MemberKeys[]): KnownMembers {
  const [codes, names] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()]
  const add = (map: typeof codes, key: string, id: string) => map.set(key, (map.get(key) ?? new Set()).add(id))
  for (const { id, codes: own, names: called } of members) {
    for (const code of own) add(codes, code, id)
    for (const name of called) add(names, name, id)
  }
  return {
    byCode: (code) => [...(codes.get(code) ?? [])],
    byName: (name) => [...new Set(foldings(name).flatMap((one) => [...(names.get(one) ?? [])]))],
  }
}

/** The code of a language that is named by its code, its tag or its own name. */
function languageIn(languages: Languages, text: string): string | undefined {
  const wanted = text.trim().toLowerCase()
  return languages.list.find(({ code, tag, autonym }) =>
    [code, tag, autonym].some((one) => one.toLowerCase() === wanted),
  )?.code
}

export type ListRead = { readonly list: ContactList } | { readonly fault: 'columns' }

/** @throws ListFault where the file as a whole is no list. */
export async function readContactList(
  content: Uint8Array,
  members: readonly MemberKeys[],
  languages: Languages,
): Promise<ListRead> {
  const known = knownOf(members)
  const checks = { ...contactChecks, languageOf: (text: string) => languageIn(languages, text) }
  const rows: ContactRow[] = []
  const taken = new Set<string>()
  const refused: ContactList['refused'] = []
  let refusedCount = 0
  for await (const { line, headings, cells, fault } of listRowsOf(await listFormatOf(content), content)) {
    const columns = columnsIn(headings)
    if (!columns) return { fault: 'columns' }
    const listed = listedIn(cells, columns)
    const read = fault === undefined ? rowFrom(listed, known, taken, checks) : ({ code: 'cells' } as const)
    if ('row' in read) {
      rows.push(read.row)
      taken.add(read.row.authority)
      continue
    }
    refusedCount += 1
    if (refused.length < mostShown) {
      refused.push({ line, what: (listed.code || listed.member).slice(0, 120), code: read.code })
    }
  }
  return { list: contactListSchema.parse({ rows, refused, refusedCount }) }
}

type Columns = ReadonlyMap<ListColumn, string>

/** Undefined where nothing says which member a line is about, or where it is written to. */
function columnsIn(headings: readonly string[]): Columns | undefined {
  const columns = new Map<ListColumn, string>()
  for (const heading of headings) {
    const column = columnOf(heading, fold)
    if (column && !columns.has(column)) columns.set(column, heading)
  }
  const [who, where] = [columns.has('code') || columns.has('member'), columns.has('email') || columns.has('postal')]
  return who && where ? columns : undefined
}

function listedIn(cells: Readonly<Record<string, string>>, columns: Columns): ListedContact {
  const text = (column: ListColumn) => (cells[columns.get(column) ?? ''] ?? '').trim()
  return {
    code: text('code'),
    member: text('member'),
    office: text('office'),
    email: text('email'),
    postal: text('postal'),
    language: text('language'),
  }
}

/** The forms by which a member is found that somebody looks for. */
export const foldedNames = (typed: string): string[] => foldings(typed.slice(0, 100))
