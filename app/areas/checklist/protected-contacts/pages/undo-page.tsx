import type { OfficeFor } from '../../../../platform/http/env.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { SummaryList } from '../../../../ui/components/summary-list/summary-list.tsx'
import { OfficeFrame } from '../../../../ui/layout/office-frame.tsx'

export interface UndoPageProps {
  readonly of: OfficeFor
  readonly state: 'open' | 'undone' | 'over' | 'changed-since'
  /** The reader has just undone it. */
  readonly done: boolean
  readonly service: string
  readonly town: string
  /** In words, at the place. */
  readonly changedAt: string
  readonly until: string
  readonly before: string
  readonly after: string
}

/** Opening the link changes nothing; the button puts the old contact back. */
export function UndoPage({ of, state, done, service, town, changedAt, until, before, after }: UndoPageProps) {
  const { t } = of.translator
  return (
    <OfficeFrame
      of={of}
      title={t(`contacts.page.title.${state}`)}
      caption={service}
      done={done ? t('contacts.page.done') : undefined}
    >
      <p class="govuk-body">{t('contacts.changed.what', { service, town })}</p>
      <SummaryList
        rows={[
          { key: t('contacts.page.before'), value: <bdi>{before}</bdi> },
          { key: t('contacts.page.after'), value: <bdi>{after}</bdi> },
          { key: t('contacts.page.when'), value: changedAt },
        ]}
      />
      <p class="govuk-body">{t(`contacts.page.text.${state}`, { until })}</p>
      {state === 'open' && (
        <form method="post">
          <Button preventDoubleClick>{t('contacts.page.button')}</Button>
        </form>
      )}
    </OfficeFrame>
  )
}
