/** One row of a list that says facts about authorities, by their codes: what each column may hold. */

/** Why a row is refused: for pages by its key, for commands in a sentence. */
export const pointFaults = {
  'point-row': 'The row cannot be read.',
  'code-none': 'This is not a code, or a scheme and a code.',
  degrees: 'This is not a number of degrees such as 52.37.',
  count: 'This is not a whole number in digits.',
  year: 'This is not a year such as 2026.',
  website: 'This is not the address of a website such as https://www.town.example.',
  'code-unknown': 'No authority of this country has this code.',
  'code-several': 'Several authorities have this code: write it with its scheme.',
} as const

export type PointFault = keyof typeof pointFaults

/** Of these a list has at least one. */
export const pointColumns = ['latitude', 'population', 'children', 'website'] as const

/** What a row says; left out: it says nothing of it. */
export type PointFacts = {
  readonly place?: { readonly latitude: number; readonly longitude: number }
  readonly population?: Counted
  /** Everybody under 18. */
  readonly children?: Counted
  /** Where the authority's own website begins. */
  readonly website?: string
}

/** The year is null where the list does not say it. */
export type Counted = { readonly count: number; readonly year: number | null }

export type PointRow = {
  readonly line: number
  readonly scheme: string | null
  readonly code: string
  readonly facts: PointFacts
}

const codePattern = /^(?:([A-Za-z][A-Za-z0-9_-]{0,19}):)?([^\s:;,]{1,40})$/

class Fault extends Error {
  readonly column: string
  readonly fault: PointFault
  constructor(column: string, fault: PointFault) {
    super(fault)
    this.column = column
    this.fault = fault
  }
}

/** With a comma, too, as spreadsheets of some countries write it. */
function degrees(column: string, text: string, most: number): number {
  const plain = text.replace(',', '.')
  const value = /^-?\d{1,3}(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
  if (!(Math.abs(value) <= most)) throw new Fault(column, 'degrees')
  return value
}

function counted(cell: (column: string) => string, column: string, thisYear: number): Counted | undefined {
  const [text, year] = [cell(column).replace(/\s/g, ''), cell(`${column}_year`)]
  if (text === '') return undefined
  if (!/^\d{1,9}$/.test(text)) throw new Fault(column, 'count')
  if (year === '') return { count: Number(text), year: null }
  if (!/^\d{4}$/.test(year) || Number(year) < 1900 || Number(year) > thisYear) throw new Fault(`${column}_year`, 'year')
  return { count: Number(text), year: Number(year) }
}

/** `www.town.example` as well as the whole address. */
function websiteOf(text: string): string | undefined {
  if (text === '') return undefined
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`)
  const sound = url && /^[^.]+(\.[^.]+)+$/.test(url.hostname) && !/^[\d.]+$/.test(url.hostname)
  const bare = url?.username === '' && url.password === '' && url.port === ''
  if (!(url && sound && bare) || /\s/.test(text) || url.href.length > 500) throw new Fault('website', 'website')
  return url.href
}

function placeOf(cell: (column: string) => string): PointFacts['place'] {
  const [north, east] = [cell('latitude'), cell('longitude')]
  if (north === '' && east === '') return undefined
  return { latitude: degrees('latitude', north, 90), longitude: degrees('longitude', east, 180) }
}

type Refused = { readonly column: string; readonly fault: PointFault }

/** @returns `nothing` for a row that says no fact. */
export function pointOf(
  line: number,
  cells: Readonly<Record<string, string>>,
  thisYear: number,
): PointRow | Refused | 'nothing' {
  const cell = (column: string) => cells[column]?.trim() ?? ''
  try {
    const [place, website] = [placeOf(cell), websiteOf(cell('website'))]
    const [population, children] = [counted(cell, 'population', thisYear), counted(cell, 'children', thisYear)]
    if (!(place || website || population || children)) return 'nothing'
    const facts = {
      ...(place ? { place } : {}),
      ...(population ? { population } : {}),
      ...(children ? { children } : {}),
      ...(website ? { website } : {}),
    }
    const [, scheme, code] = codePattern.exec(cell('code')) ?? []
    if (code === undefined) return { column: 'code', fault: 'code-none' }
    const given = scheme ?? cell('scheme')
    return { line, scheme: given ? given.toUpperCase() : null, code, facts }
  } catch (fault) {
    if (fault instanceof Fault) return { column: fault.column, fault: fault.fault }
    throw fault
  }
}
