import { Button } from '../../../ui/components/button/button.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { apart, withCommas } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import type { AreasReport } from '../../authorities/index.ts'
import { type AreaLine, catchmentKinds, type ListAct } from '../area-rules.ts'
import { type AreasFrame, AreasFramed, kindText } from './areas-frame.tsx'

export interface ListPageProps {
  readonly frame: AreasFrame
  readonly list: { readonly id: string; readonly act: ListAct }
  readonly report: AreasReport
  /** What somebody wrote, by line. */
  readonly said: ReadonlyMap<number, AreaLine>
  /** It is not the one that the button was pressed for. */
  readonly another: boolean
}

const mostShown = 100

function Counts({ frame, list, report }: ListPageProps) {
  const { t } = frame.of.translator
  const count = (what: 'created' | 'changed' | 'added' | 'unchanged' | 'ended' | 'refused', value: number) => ({
    key: t(`catchments.list.${what}`),
    value: t('catchments.list.number', { count: value }),
  })
  return (
    <SummaryList
      rows={[
        ...(list.act === 'end'
          ? []
          : [
              count('created', report.areasCreated),
              count('changed', report.areasChanged),
              count('added', report.added),
              count('unchanged', report.unchanged),
            ]),
        ...(list.act === 'add' ? [] : [count('ended', report.ended)]),
        count('refused', report.refused),
      ]}
    />
  )
}

type AreaChange = AreasReport['areas'][number]

function changeWords(frame: AreasFrame, { added, unchanged, ended, kept }: AreaChange): string {
  const { t, tag } = frame.of.translator
  return withCommas(tag, [
    ...(added > 0 ? [t('catchments.list.comeIn', { count: added })] : []),
    ...(unchanged > 0 ? [t('catchments.list.stay', { count: unchanged })] : []),
    ...(ended > 0 ? [t('catchments.list.leave', { count: ended })] : []),
    ...(kept > 0 ? [t('catchments.list.kept', { count: kept })] : []),
  ])
}

/** Which areas are meant: a name may be that of another one. */
function Areas({ frame, report: { areas } }: ListPageProps) {
  const { t } = frame.of.translator
  if (areas.length === 0) return null
  const kindOf = (given: string | null) => catchmentKinds.find((kind) => kind === given) ?? null
  const level = (kind: string) => (['region', 'district'] as const).find((one) => one === kind)
  return (
    <>
      <h2 class="govuk-heading-m">{t('catchments.list.areas')}</h2>
      <SummaryList
        rows={areas.slice(0, mostShown).map((area) => {
          const known = level(area.kind)
          return {
            key: (
              <>
                <bdi>{area.name}</bdi>
                <br />
                <span class="govuk-body-s">
                  {known ? t(`coverage.areaKind.${known}`) : kindText(frame.of, kindOf(area.areaKind))}
                  {area.created && ` · ${t('catchments.list.new')}`}
                </span>
              </>
            ),
            value: changeWords(frame, area),
          }
        })}
      />
      {areas.length > mostShown && <p class="govuk-body">{t('members.list.first', { count: mostShown })}</p>}
    </>
  )
}

function refusedWords(frame: AreasFrame, { column, fault }: AreasReport['refusals'][number]): string {
  const { t } = frame.of.translator
  const words = t(`catchments.list.fault.${fault ?? 'row'}`)
  return column === null ? words : t('catchments.list.inColumn', { column: apart(t(columnText(column))), words })
}

const columnText = (column: string) => {
  const known = (['area', 'area_name', 'area_kind', 'member'] as const).find((one) => one === column) ?? 'area'
  return `catchments.list.column.${known}` as const
}

function Refused({ frame, report, said }: ListPageProps) {
  const { t } = frame.of.translator
  if (report.refused === 0) return null
  const shown = report.refusals.slice(0, mostShown)
  const text = (line: number, column: string | null) => {
    const one = said.get(line)
    if (!one) return ''
    return { area: one.area, area_name: one.areaName, area_kind: one.areaKind, member: one.member }[column ?? ''] ?? ''
  }
  return (
    <>
      <h2 class="govuk-heading-m">{t('catchments.list.refused')}</h2>
      <p class="govuk-body">{t('catchments.list.refusedAbout')}</p>
      {report.refusals.length > shown.length && (
        <p class="govuk-body">{t('members.list.first', { count: shown.length })}</p>
      )}
      <ul class="govuk-list govuk-list--bullet">
        {shown.map((refusal) => (
          <li>
            {t('members.list.line', {
              line: apart(`${refusal.line}`),
              text: apart(text(refusal.line, refusal.column)),
            })}
            <br />
            {refusedWords(frame, refusal)}
          </li>
        ))}
      </ul>
    </>
  )
}

function Acts({ frame, list, report }: ListPageProps) {
  const { t } = frame.of.translator
  const changes = report.added + report.ended + report.areasCreated + report.areasChanged
  return (
    <>
      {changes === 0 ? (
        <p class="govuk-body">{t('members.list.nothing')}</p>
      ) : (
        <form method="post" action={urls.catchmentsAct(frame.association, 'list')} novalidate>
          <input type="hidden" name="id" value={list.id} />
          <Button preventDoubleClick>{t('catchments.list.do')}</Button>
        </form>
      )}
      <form method="post" action={urls.catchmentsAct(frame.association, 'list/discard')} novalidate>
        <input type="hidden" name="id" value={list.id} />
        <Button preventDoubleClick classes="govuk-button--secondary">
          {t('members.list.discard')}
        </Button>
      </form>
    </>
  )
}

/** What a list would change, before it does. */
export function ListPage(props: ListPageProps) {
  const { frame, list, report, another } = props
  const { t } = frame.of.translator
  return (
    <AreasFramed
      frame={frame}
      title={t('members.list.title')}
      below
      changed={another ? t('members.list.another') : undefined}
    >
      <p class="govuk-body">{t('members.list.about')}</p>
      <Counts {...props} />
      {list.act === 'complete' && report.refused > 0 && <p class="govuk-body">{t('catchments.list.notComplete')}</p>}
      <Acts {...props} />
      <Areas {...props} />
      <Refused {...props} />
    </AreasFramed>
  )
}
