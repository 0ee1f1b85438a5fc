/** One row of a list of authorities: what each column may hold, and what a refusal says. */
import { z } from 'zod'
import { authorityKinds } from '../rules.ts'
import { languageOf } from './column-map.ts'
import type { Refusal } from './report.ts'

/** An official code; without a scheme it is of the scheme of the row it stands in. */
export type CodeRef = { readonly scheme: string; readonly code: string }

/**
 * What a row says about its authority. `undefined`: the file has no such column, what is known stays; `null` or an
 * empty list: the cell is empty, so is the fact.
 */
export type RowFacts = {
  readonly name: string
  readonly names: Readonly<Record<string, string | null>>
  readonly kind?: string | null | undefined
  readonly aliases?: readonly string[] | undefined
  readonly formerNames?: readonly string[] | undefined
  readonly languages?: readonly string[] | undefined
  readonly timeZone?: string | null | undefined
  readonly latitude?: number | null | undefined
  readonly longitude?: number | null | undefined
  readonly population?: number | null | undefined
  readonly populationYear?: number | null | undefined
  /** Everybody under 18. */
  readonly children?: number | null | undefined
  readonly childrenYear?: number | null | undefined
  readonly domains?: readonly string[] | undefined
  readonly source?: string | null | undefined
}

export type ImportRow = CodeRef & {
  readonly line: number
  readonly country: string
  readonly validFrom: string | null
  /** The first day on which the code is no longer valid (the file gives the last on which it is). */
  readonly validUntil: string | null
  readonly facts: RowFacts
  /** Further codes of the same authority, of other schemes; left out or undefined: none is told. */
  readonly codes?: readonly CodeRef[] | undefined
  readonly areas: readonly CodeRef[] | undefined
  readonly mergedInto: CodeRef | null | undefined
}

export type RowLimits = { readonly languages: ReadonlySet<string>; readonly lastYear: number }
export type RowSchema = ReturnType<typeof rowSchema>

const schemePattern = /^[A-Z][A-Z0-9_-]{0,19}$/
const codePattern = /^[^\s:;,]{1,40}$/
const separator = ';'

const cell = z.string().trim()
const name = cell
  .min(1, 'The name is missing.')
  .max(200, 'The name is longer than 200 characters.')
  .refine((text) => /[\p{L}\p{N}]/u.test(text), 'The name holds no letter.')
/** An empty cell is null; a column that the file does not have is undefined. */
const maybe = <T>(schema: z.ZodType<T, string>) =>
  z.union([cell.length(0).transform(() => null), cell.pipe(schema)]).optional()
const list = <T>(schema: z.ZodType<T, string>, most: number) =>
  cell
    .transform((text) => [...new Set(text.split(separator).map((part) => part.trim()))].filter((part) => part !== ''))
    .pipe(z.array(schema).max(most, `More than ${most} are too many.`))
    .optional()
const numberBetween = (least: number, most: number, whole: boolean) =>
  z
    .string()
    .regex(
      whole ? /^\d+$/ : /^-?\d+(\.\d+)?$/,
      whole ? 'This is not a whole number in digits.' : 'This is not a number such as 52.37.',
    )
    .transform(Number)
    .pipe(z.number().min(least, `This is less than ${least}.`).max(most, `This is more than ${most}.`))
const codeRef = z
  .string()
  .regex(
    /^(?:[A-Za-z][A-Za-z0-9_-]{0,19}:)?[^\s:;,]{1,40}$/,
    'This is not a code, or a scheme and a code such as NUTS:NL112.',
  )
const day = z.iso.date('This is not a day such as 2026-01-31.')
const domain = z
  .string()
  .toLowerCase()
  .regex(
    /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/,
    'This is not a domain such as example.org.',
  )

/** The columns of a row, already under our headings. */
export function rowSchema(limits: RowLimits) {
  const language = z.string().refine((code) => limits.languages.has(code), 'This is not a language code that we know.')
  return z
    .object({
      code: cell
        .min(1, 'The code is missing.')
        .regex(codePattern, 'A code has at most 40 characters and no space, colon, comma or semicolon.'),
      scheme: cell
        .toUpperCase()
        .regex(schemePattern, 'A scheme is a word such as LAU or NUTS.')
        .or(cell.length(0))
        .optional(),
      codes: list(codeRef, 20),
      valid_from: maybe(day),
      valid_to: maybe(day),
      name,
      kind: maybe(z.enum(authorityKinds, `The kind is one of ${authorityKinds.join(', ')}.`)),
      parent: list(codeRef, 1),
      areas: list(codeRef, 50),
      aliases: list(name, 500),
      former_names: list(name, 100),
      merged_into: maybe(codeRef),
      languages: list(language, 10),
      time_zone: maybe(z.string().refine(isTimeZone, 'This is not a time zone such as Europe/Amsterdam.')),
      latitude: maybe(numberBetween(-90, 90, false)),
      longitude: maybe(numberBetween(-180, 180, false)),
      population: maybe(numberBetween(0, 1_000_000_000, true)),
      population_year: maybe(numberBetween(1900, limits.lastYear, true)),
      children: maybe(numberBetween(0, 1_000_000_000, true)),
      children_year: maybe(numberBetween(1900, limits.lastYear, true)),
      domains: list(domain, 50),
      source: maybe(z.string().max(500, 'The source is longer than 500 characters.')),
    })
    .catchall(maybe(name))
    .superRefine((row, ctx) => {
      const refuse = (column: string, message: string) => ctx.addIssue({ code: 'custom', path: [column], message })
      if (row.valid_from && row.valid_to && row.valid_to < row.valid_from)
        refuse('valid_to', 'The last day is before the first.')
      if ((row.latitude ?? null) !== null && (row.longitude ?? null) === null)
        refuse('longitude', 'There is a latitude without a longitude.')
      if ((row.longitude ?? null) !== null && (row.latitude ?? null) === null)
        refuse('latitude', 'There is a longitude without a latitude.')
    })
}

/** @returns the row, or every reason why it is refused. */
export function parseRow(
  schema: RowSchema,
  line: number,
  country: string,
  cells: Readonly<Record<string, string>>,
): { readonly row: ImportRow } | { readonly refusals: Refusal[] } {
  const unreadable = Object.keys(cells).find((column) => /[\uFFFD\0]/.test(cells[column] ?? ''))
  if (unreadable)
    return {
      refusals: [{ line, column: unreadable, reason: 'This cell is not in UTF-8: save the file in that encoding.' }],
    }
  const parsed = schema.safeParse({ code: '', name: '', ...cells })
  if (!parsed.success) return { refusals: refusalsOf(line, parsed.error) }
  const { data } = parsed
  const scheme = data.scheme || 'LAU'
  const areas = data.parent || data.areas ? [...(data.parent ?? []), ...(data.areas ?? [])] : undefined
  const names = Object.entries(data).flatMap(([column, text]) => {
    const language = languageOf(column)
    return language === undefined ? [] : [[language, typeof text === 'string' ? text : null] as const]
  })
  return {
    row: {
      line,
      country,
      scheme,
      code: data.code,
      validFrom: data.valid_from ?? null,
      validUntil: data.valid_to ? Temporal.PlainDate.from(data.valid_to).add({ days: 1 }).toString() : null,
      facts: factsOf(data, Object.fromEntries(names)),
      codes: data.codes?.map((ref) => refOf(ref, scheme)),
      areas: areas?.map((ref) => refOf(ref, scheme)),
      mergedInto: typeof data.merged_into === 'string' ? refOf(data.merged_into, scheme) : data.merged_into,
    },
  }
}

function factsOf(data: z.infer<RowSchema>, names: RowFacts['names']): RowFacts {
  const { name, kind, aliases, languages, latitude, longitude, population, domains, source } = data
  const ours = { formerNames: data.former_names, timeZone: data.time_zone, populationYear: data.population_year }
  const young = { children: data.children, childrenYear: data.children_year }
  return { name, names, kind, aliases, languages, latitude, longitude, population, domains, source, ...ours, ...young }
}

/** One refusal a column: the first reason is enough to know what to mend. */
function refusalsOf(line: number, error: z.ZodError): Refusal[] {
  const byColumn = new Map<string, Refusal>()
  for (const issue of error.issues) {
    const column = String(issue.path[0] ?? '')
    const reason = messageOf(issue)
    if (!byColumn.has(column)) byColumn.set(column, { line, column: column === '' ? null : column, reason })
  }
  return [...byColumn.values()]
}

/** Of a union (an empty cell or a value) what is wrong with the value. */
function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union') return issue.message
  const inner = issue.errors.at(-1)?.[0]
  return inner ? messageOf(inner) : issue.message
}

function refOf(text: string, scheme: string): CodeRef {
  const [before = '', code] = text.split(':')
  return code === undefined ? { scheme, code: before } : { scheme: before.toUpperCase(), code }
}

const zones = new Map<string, boolean>()

/** Remembered: asking Intl costs more than all other columns together. */
function isTimeZone(zone: string): boolean {
  const known = zones.get(zone)
  if (known !== undefined) return known
  let accepted = true
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
  } catch {
    accepted = false
  }
  if (zones.size < 1_000) zones.set(zone, accepted)
  return accepted
}
