/** Counts in tables: of all, by area, by month. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import { Table } from '../../../ui/components/table/table.tsx'
import type { Content } from '../../../ui/content.ts'
import { longDate } from '../../../ui/dates.ts'
import type { MonthCounts } from '../coverage-rules.ts'
import { type Counts, type Measured, marks, measured, shareIn, steps } from '../coverage-rules.ts'

const text = (content: Content) => ({ content })
const figure = (content: Content) => ({ content, format: 'numeric' as const })

/** A wide table moves within its own frame, by keyboard, too. */
function Wide({ label, children }: { readonly label: string; readonly children: Content }) {
  return (
    <section class="office-wide" aria-label={label} tabindex={0}>
      {children}
    </section>
  )
}

const changed = ({ t }: Translator, more: number): string =>
  more === 0 ? t('coverage.same') : more > 0 ? t('coverage.more', { more }) : t('coverage.fewer', { fewer: -more })

/** @param then undefined where no month is kept. */
export function SummaryTable({
  translator,
  counts,
  then,
}: {
  readonly translator: Translator
  readonly counts: Counts
  readonly then: MonthCounts | undefined
}) {
  const { t } = translator
  const { members } = counts
  const people = measured.some((key) => counts[key].population > 0)
  const children = measured.some((key) => counts[key].children > 0)
  const since = then && longDate(translator, then.month.toPlainDate({ day: 1 }))
  const row = (key: Measured) => [
    text(t(`coverage.what.${key}`)),
    figure(
      <>
        {t('coverage.number', { count: counts[key].authorities })}
        {key !== 'members' && (
          <span class="office-share">
            {' '}
            {t('coverage.percent', shareIn(counts[key].authorities, members.authorities))}
          </span>
        )}
      </>,
    ),
    ...(people ? [figure(t('coverage.number', { count: counts[key].population }))] : []),
    ...(children ? [figure(t('coverage.number', { count: counts[key].children }))] : []),
    ...(then ? [figure(changed(translator, counts[key].authorities - then.counts[key].authorities))] : []),
  ]
  return (
    <Wide label={t('coverage.summary')}>
      <Table
        caption={t('coverage.summary')}
        captionClasses="govuk-visually-hidden"
        firstCellIsHeader
        head={[
          text(t('coverage.column.step')),
          figure(t('coverage.column.authorities')),
          ...(people ? [figure(t('coverage.column.population'))] : []),
          ...(children ? [figure(t('coverage.column.children'))] : []),
          ...(since ? [figure(t('coverage.column.since', { day: since }))] : []),
        ]}
        rows={measured.map(row)}
      />
    </Wide>
  )
}

const columns = ['members', ...steps, ...marks] as const

function countsHead({ t }: Translator, first: string) {
  return [text(first), ...columns.map((key) => figure(t(`coverage.short.${key}`)))]
}

const countsCells = ({ t }: Translator, counts: Counts) =>
  columns.map((key) => figure(t('coverage.number', { count: counts[key].authorities })))

export interface PartLine {
  readonly name: string
  readonly href: string
  readonly counts: Counts
}

export function PartsTable({
  translator,
  parts,
}: {
  readonly translator: Translator
  readonly parts: readonly PartLine[]
}) {
  const { t } = translator
  return (
    <Wide label={t('coverage.parts')}>
      <Table
        caption={t('coverage.parts')}
        captionClasses="govuk-table__caption--m"
        firstCellIsHeader
        head={countsHead(translator, t('coverage.column.part'))}
        rows={parts.map(({ name, href, counts }) => [
          text(
            <a class="govuk-link" href={href}>
              <bdi>{name}</bdi>
            </a>,
          ),
          ...countsCells(translator, counts),
        ])}
      />
    </Wide>
  )
}

export function MonthsTable({
  translator,
  months,
}: {
  readonly translator: Translator
  readonly months: readonly MonthCounts[]
}) {
  const { t } = translator
  return (
    <Wide label={t('coverage.months')}>
      <Table
        caption={t('coverage.months')}
        captionClasses="govuk-table__caption--m"
        firstCellIsHeader
        head={countsHead(translator, t('coverage.column.month'))}
        rows={months.map(({ month, counts }) => [
          text(longDate(translator, month.toPlainDate({ day: 1 }))),
          ...countsCells(translator, counts),
        ])}
      />
    </Wide>
  )
}
