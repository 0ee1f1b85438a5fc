/** Counts by area, and every member with where it stands, as files for a spreadsheet. */
import { stringify } from 'csv-stringify/sync'
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate } from '../../ui/dates.ts'
import { workbookOf } from '../checklist/index.ts'
import { readMonth } from './coverage-month-store.ts'
import { type Area, type Counts, type Member, marks, measured } from './coverage-rules.ts'
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
    area,
  }: {
    readonly translator: Translator
    readonly list: 'areas' | 'members'
    readonly format: FileFormat
    /** Of its members alone; undefined: of all. */
    readonly area?: Area | undefined
  },
): Promise<Uint8Array<ArrayBuffer> | string> {
  const rows =
    list === 'areas'
      ? await areaRows(deps, association, translator, area)
      : await memberRows(deps, association, translator, area)
  if (format === 'xlsx') {
    return workbookOf(rows, { name: translator.t('coverage.title'), rightToLeft: translator.dir === 'rtl' })
  }
  const plain = rows.map((row) => row.map(withoutFormula))
  return stringify(plain, { record_delimiter: 'windows', bom: true })
}

/** A text that begins like a formula is text to whoever opens the file; a number below 0 is a number. */
const withoutFormula = (cell: string | number) =>
  typeof cell === 'string' && /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) ? `'${cell}` : cell

/** @param then at the last beginning of a month, where one is kept; of it nothing is kept of an area without members. */
const countCells = (counts: Counts, then: Counts | undefined, months: boolean): (string | number)[] =>
  measured.flatMap((key) => [
    ...[counts[key].authorities, counts[key].population, counts[key].children],
    ...(months ? [then ? counts[key].authorities - then[key].authorities : ''] : []),
  ])

async function areaRows(
  deps: CoverageOfficeDeps,
  association: NamedAssociation,
  translator: Translator,
  area: Area | undefined,
): Promise<(string | number)[][]> {
  const { t, language } = translator
  const { counts, parts, months } = await readCoverage(deps, association, area)
  const [then] = months
  const partsThen = then && (await readMonth(deps.database.db, association.id, then.month))
  const since = then && t('coverage.column.since', { day: longDate(translator, then.countedOn) })
  const nameOf = ({ name, names }: Area) => names[language] ?? name
  const heads = measured.flatMap((key) => {
    const what = t(`coverage.short.${key}`)
    const columns = ['authorities', 'population', 'children'] as const
    return [...columns.map((column) => t(`coverage.column.${column}`)), ...(since ? [since] : [])].map(
      (column) => `${what} · ${column}`,
    )
  })
  return [
    [t('coverage.column.part'), ...heads],
    [area ? nameOf(area) : t('coverage.what.members'), ...countCells(counts, then?.counts, since !== undefined)],
    ...parts.map(({ area: part, counts: each }) => [
      nameOf(part),
      ...countCells(each, partsThen?.get(part.id), since !== undefined),
    ]),
  ]
}

async function memberRows(
  { database: { db } }: CoverageOfficeDeps,
  { id, country }: NamedAssociation,
  { t, language }: Translator,
  within: Area | undefined,
): Promise<(string | number)[][]> {
  const areas = new Map((await listAreas(db, country)).map((area) => [area.id, area.names[language] ?? area.name]))
  const members = await listMembers(db, id, { steps: [], areas: within ? [within.id] : [] }, { from: 0, most: every })
  const day = (at: Temporal.Instant | null) => at?.toString().slice(0, 10) ?? ''
  const number = (count: number | null) => count ?? ''
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
