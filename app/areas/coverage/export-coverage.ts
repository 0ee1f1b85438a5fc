/** Counts by area, and every member with where it stands, as files for a spreadsheet. */
import { stringify } from 'csv-stringify/sync'
import type { Translator } from '../../platform/i18n/messages.ts'
import { workbookOf } from '../checklist/index.ts'
import { type Counts, type Member, marks, measured } from './coverage-rules.ts'
import { listAreas } from './coverage-store.ts'
import type { CoverageOfficeDeps, NamedAssociation } from './deps.ts'
import { listMembers } from './member-store.ts'
import { readCoverage } from './read-coverage.ts'

export const fileFormats = ['csv', 'xlsx'] as const
export type FileFormat = (typeof fileFormats)[number]

export const fileTypes: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const every = 1_000_000

export async function writeFile(
  deps: CoverageOfficeDeps,
  association: NamedAssociation,
  {
    translator,
    list,
    format,
  }: { readonly translator: Translator; readonly list: 'areas' | 'members'; readonly format: FileFormat },
): Promise<Uint8Array<ArrayBuffer> | string> {
  const rows =
    list === 'areas' ? await areaRows(deps, association, translator) : await memberRows(deps, association, translator)
  if (format === 'xlsx') {
    return workbookOf(rows, { name: translator.t('coverage.title'), rightToLeft: translator.dir === 'rtl' })
  }
  // A cell that begins like a formula is text to whoever opens the file.
  return stringify(rows, { escape_formulas: true, record_delimiter: 'windows', bom: true })
}

const countCells = (counts: Counts): string[] =>
  measured.flatMap((key) => [`${counts[key].authorities}`, `${counts[key].population}`, `${counts[key].children}`])

async function areaRows(
  deps: CoverageOfficeDeps,
  association: NamedAssociation,
  { t, language }: Translator,
): Promise<string[][]> {
  const { counts, parts } = await readCoverage(deps, association)
  const heads = measured.flatMap((key) => {
    const what = t(`coverage.short.${key}`)
    const columns = ['authorities', 'population', 'children'] as const
    return columns.map((column) => `${what} · ${t(`coverage.column.${column}`)}`)
  })
  return [
    [t('coverage.column.part'), ...heads],
    [t('coverage.what.members'), ...countCells(counts)],
    ...parts.map(({ area, counts: each }) => [area.names[language] ?? area.name, ...countCells(each)]),
  ]
}

async function memberRows(
  { database: { db } }: CoverageOfficeDeps,
  { id, country }: NamedAssociation,
  { t, language }: Translator,
): Promise<string[][]> {
  const areas = new Map((await listAreas(db, country)).map((area) => [area.id, area.names[language] ?? area.name]))
  const members = await listMembers(db, id, { steps: [] }, { from: 0, most: every })
  const day = (at: Temporal.Instant | null) => at?.toString().slice(0, 10) ?? ''
  const number = (count: number | null) => (count === null ? '' : `${count}`)
  const row = (member: Member) => [
    member.code ?? '',
    member.names[language] ?? member.name,
    member.areas.flatMap((area) => areas.get(area) ?? []).join('; '),
    number(member.population),
    number(member.children),
    t(`coverage.what.${member.step}`),
    day(member.invitedAt),
    day(member.staffedSince),
    day(member.publishedSince),
    ...marks.map((mark) => (member.marks.includes(mark) ? t('coverage.yes') : '')),
  ]
  return [
    [
      t('coverage.column.code'),
      t('coverage.column.name'),
      t('coverage.column.part'),
      t('coverage.column.population'),
      t('coverage.column.children'),
      t('coverage.column.step'),
      t('coverage.short.invited'),
      t('coverage.short.staffed'),
      t('coverage.short.published'),
      ...marks.map((mark) => t(`coverage.short.${mark}`)),
    ],
    ...members.map(row),
  ]
}
