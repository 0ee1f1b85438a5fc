import { Button } from '../../../ui/components/button/button.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { WarningText } from '../../../ui/components/warning-text/warning-text.tsx'
import { urls } from '../../../urls.ts'
import type { AnswerRow, StationView } from '../present-application.ts'
import { type PactFrame, PactPageFrame, type ToldFault } from './pact-frame.tsx'
import { Stations } from './stations.tsx'

export interface CheckPageProps {
  readonly frame: PactFrame
  readonly id: string
  readonly name: string
  readonly before: string
  readonly rows: readonly AnswerRow[]
  /** Who signs together, with whether each is ready; none: it signs alone. */
  readonly together: readonly { readonly name: string; readonly ready: boolean }[]
  readonly complete: boolean
  readonly ready: boolean
  readonly stations: readonly StationView[]
  readonly next: string
  readonly faults: readonly ToldFault[]
}

/** Everything that was answered, to be looked at before it is handed in. */
export function CheckPage(props: CheckPageProps) {
  const { frame, id, name, before, rows, together, complete, ready, stations, next, faults } = props
  const { t } = frame.of.translator
  return (
    <PactPageFrame
      frame={frame}
      title={t('signing.page.check')}
      caption={name}
      back={{ href: urls.applicationPage(frame.base, id, before), text: t('signing.before') }}
      faults={faults}
    >
      <SummaryList
        rows={rows.map(({ page, label, value, typed }) => ({
          key: label,
          value: value === '' ? t('signing.check.empty') : typed ? <bdi>{value}</bdi> : value,
          actions: [
            {
              href: urls.applicationPage(frame.base, id, page),
              text: t('signing.check.change'),
              visuallyHiddenText: label,
            },
          ],
        }))}
      />
      {together.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('signing.page.together')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {together.map((one) => (
              <li>
                <bdi>{one.name}</bdi> – {t(one.ready ? 'signing.together.ready' : 'signing.together.notReady')}
              </li>
            ))}
          </ul>
        </>
      )}
      <Stations translator={frame.of.translator} stations={stations} next={next} />
      {complete && !ready && (
        <form method="post" action={urls.applicationAct(frame.base, id, 'submit')}>
          <WarningText iconFallbackText={t('checklist.office.form.warning')}>{t('signing.check.public')}</WarningText>
          <Button preventDoubleClick>{t(together.length > 0 ? 'signing.check.ready' : 'signing.check.submit')}</Button>
        </form>
      )}
    </PactPageFrame>
  )
}
