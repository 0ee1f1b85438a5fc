/**
 * The table of a folder of resources, `toolkit.csv`: a row for each resource and language. The row in the language in which
 * a resource was written says what is true of it in all.
 */
import type { z } from 'zod'
import type { KeptFile } from '../../platform/files/file-types.ts'
import { blocksOf, MarkdownFault } from './markdown.ts'
import { type ResourceFacts, type ResourceText, resourceFacts, resourceId, resourceText } from './resource-schema.ts'

export const columns = [
  ...(['resource', 'language', 'of_revision', 'title', 'summary', 'kind', 'audiences', 'ages', 'sections'] as const),
  ...(['articles', 'licence', 'source_language', 'revision', 'safeguarding', 'text', 'link', 'sources'] as const),
  ...(['origin', 'file', 'checked_by', 'checked_on'] as const),
] as const
export type Column = (typeof columns)[number]
/** Those that a table may leave out. */
export const optional: ReadonlySet<Column> = new Set(['link', 'sources', 'origin', 'file', 'checked_by', 'checked_on'])

export interface TableRow {
  /** Of the file, the heading being 1. */
  readonly line: number
  readonly cells: Readonly<Partial<Record<Column, string>>>
}

export interface TableFault {
  readonly line: number
  readonly column: Column | ''
  readonly why: string
}

export interface ReadResource {
  readonly id: string
  readonly facts: ResourceFacts
  /** The original among them. */
  readonly texts: readonly ResourceText[]
}

export interface Known {
  readonly languages: ReadonlySet<string>
  /** What stands in a file of the folder; undefined: there is none. */
  readonly textOf: (file: string) => string | undefined
  /** The file of a row, taken already; a text: why it was not. Left out: none is taken. */
  readonly fileOf?: (line: number) => KeptFile | string | undefined
}

const several = (cell: string) => cell.split(/[\s;]+/).filter(Boolean)

interface Row {
  readonly line: number
  readonly cell: (column: Column) => string
}

class RowFault extends Error {
  readonly column: Column | ''
  constructor(column: Column | '', why: string) {
    super(why)
    this.column = column
  }
}

/** Column by the name that it has in the schema. */
const columnOf: Readonly<Record<string, Column>> = {
  ...{ language: 'source_language', body: 'text', checked: 'checked_on' },
}

function parsed<Value>(schema: z.ZodType<Value>, value: unknown): Value {
  const read = schema.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const name = String(issue?.path[0] ?? '')
  const column = columns.find((each) => each === (columnOf[name] ?? name)) ?? ''
  throw new RowFault(column, issue?.message ?? 'it cannot be read')
}

function factsIn(cell: (column: Column) => string, { languages }: Known): ResourceFacts {
  if (!languages.has(cell('source_language'))) throw new RowFault('source_language', 'this is no language of the list')
  if (!['yes', 'no'].includes(cell('safeguarding'))) throw new RowFault('safeguarding', 'yes or no')
  return parsed(resourceFacts, {
    kind: cell('kind'),
    audiences: several(cell('audiences')),
    ages: several(cell('ages')),
    sections: several(cell('sections')),
    articles: several(cell('articles')).map(Number),
    licence: cell('licence'),
    language: cell('source_language'),
    safeguarding: cell('safeguarding') === 'yes',
    revision: Number(cell('revision')),
  })
}

function bodyIn(file: string, { textOf }: Known): string {
  if (file === '') return ''
  const body = textOf(file)?.trim()
  if (body === undefined) throw new RowFault('text', `there is no file ${file}`)
  if (body === '') throw new RowFault('text', `${file} is empty`)
  try {
    blocksOf(body)
  } catch (error) {
    if (!(error instanceof MarkdownFault)) throw error
    throw new RowFault('text', `${file}, line ${error.line}: ${error.message}`)
  }
  return body
}

function fileIn(name: string, { fileOf }: Known, line: number): KeptFile | null {
  if (name === '') return null
  const file = fileOf?.(line) ?? 'no file can be taken here'
  if (typeof file === 'string') throw new RowFault('file', `${name}: ${file}`)
  return file
}

function checkedIn(cell: (column: Column) => string) {
  const [by, on] = [cell('checked_by'), cell('checked_on')]
  if (by === '' && on === '') return null
  if (by === '') throw new RowFault('checked_by', 'who has checked it, an office or an organisation')
  return { by, on }
}

function textIn({ cell, line }: Row, known: Known, revision: number): ResourceText {
  if (!known.languages.has(cell('language'))) throw new RowFault('language', 'this is no language of the list')
  const origin = cell('origin') || 'person'
  return parsed(resourceText, {
    language: cell('language'),
    revision,
    title: cell('title'),
    summary: cell('summary'),
    body: bodyIn(cell('text'), known),
    link: cell('link') || null,
    sources: several(cell('sources')),
    file: fileIn(cell('file'), known, line),
    origin,
    checked: checkedIn(cell),
  })
}

/** Rows in any order; one that is at fault is left out, and with the row of its original the resource is. */
export function readTable(
  rows: readonly TableRow[],
  known: Known,
): { readonly resources: readonly ReadResource[]; readonly faults: readonly TableFault[] } {
  const faults: TableFault[] = []
  const found = new Map<string, { facts: ResourceFacts; texts: ResourceText[] }>()
  const attempt = (row: TableRow, read: (cell: (column: Column) => string) => void) => {
    try {
      read((column) => (row.cells[column] ?? '').trim())
    } catch (error) {
      if (!(error instanceof RowFault)) throw error
      faults.push({ line: row.line, column: error.column, why: error.message })
    }
  }
  const isOriginal = ({ cells }: TableRow) => (cells.source_language ?? '').trim() !== ''
  for (const row of rows.filter(isOriginal)) {
    attempt(row, (cell) => {
      const id = parsedId(cell)
      if (cell('language') !== cell('source_language'))
        throw new RowFault('language', 'the row of an original is in its own language')
      if (found.has(id)) throw new RowFault('resource', 'it has an original already')
      const facts = factsIn(cell, known)
      found.set(id, { facts, texts: [textIn({ cell, line: row.line }, known, facts.revision)] })
    })
  }
  for (const row of rows.filter((each) => !isOriginal(each))) {
    attempt(row, (cell) => {
      const resource = found.get(parsedId(cell))
      if (!resource) throw new RowFault('resource', 'its original is not in the table, or is at fault')
      resource.texts.push(translationIn({ cell, line: row.line }, known, resource))
    })
  }
  return {
    resources: [...found].map(([id, one]) => ({ id, ...one })),
    faults: faults.toSorted((a, b) => a.line - b.line),
  }
}

function parsedId(cell: (column: Column) => string): string {
  const read = resourceId.safeParse(cell('resource'))
  if (!read.success) throw new RowFault('resource', 'small letters, digits and hyphens')
  return read.data
}

function translationIn(
  { cell, line }: Row,
  known: Known,
  { facts, texts }: { readonly facts: ResourceFacts; readonly texts: readonly ResourceText[] },
): ResourceText {
  const [original] = texts
  // A page that is there in no other language is the same for all.
  const link = facts.kind === 'link' && cell('link') === '' ? (original?.link ?? '') : cell('link')
  const asked = (column: Column) => (column === 'link' ? link : cell(column))
  const text = textIn({ cell: asked, line }, known, Number(cell('of_revision')))
  if (texts.some(({ language }) => language === text.language)) throw new RowFault('language', 'it stands there twice')
  if (text.revision > facts.revision) throw new RowFault('of_revision', 'the original has no such revision yet')
  if ((facts.kind === 'link') !== (text.link !== null)) throw new RowFault('link', 'a link, and only a link, has one')
  // Guidance on how to act with a child is never machine-made (mission).
  if (facts.safeguarding && text.origin === 'machine')
    throw new RowFault('origin', 'safeguarding guidance is translated by people')
  return text
}
