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
  const since = then && longDate(translator, then.countedOn)
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

export interface CountsLine {
  /** What the line is of. */
  readonly of: Content
  readonly counts: Counts
}

/** A line for each area, or for each month. @param first above what the lines are of. */
export function CountsTable({
  translator: { t },
  caption,
  first,
  lines,
}: {
  readonly translator: Translator
  readonly caption: string
  readonly first: string
  readonly lines: readonly CountsLine[]
}) {
  return (
    <Wide label={caption}>
      <Table
        caption={caption}
        captionClasses="govuk-table__caption--m"
        firstCellIsHeader
        head={[text(first), ...columns.map((key) => figure(t(`coverage.short.${key}`)))]}
        rows={lines.map(({ of, counts }) => [
          text(of),
          ...columns.map((key) => figure(t('coverage.number', { count: counts[key].authorities }))),
        ])}
      />
    </Wide>
  )
}
