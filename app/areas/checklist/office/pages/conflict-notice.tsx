import type { Translator } from '../../../../platform/i18n/messages.ts'
import { NotificationBanner } from '../../../../ui/components/notification-banner/notification-banner.tsx'
import { Table } from '../../../../ui/components/table/table.tsx'
import type { FactRow } from '../present-facts.ts'
import { Lines } from './lines.tsx'

/** Somebody saved in between: what stands there now and what was typed here, where the two differ. */
export interface ConflictView {
  /** Who saved. */
  readonly by: string
  /** When, in words. */
  readonly at: string
  readonly differences: readonly Difference[]
}

export interface Difference {
  readonly label: string
  /** Empty: nothing stands there. */
  readonly theirs: string
  readonly yours: string
}

/** The rows in which two lists of facts differ, in the order of the first. */
export function differencesOf(theirs: readonly FactRow[], yours: readonly FactRow[]): Difference[] {
  const labels = [...new Set([...theirs, ...yours].map(({ label }) => label))]
  const valueIn = (rows: readonly FactRow[], label: string) =>
    rows
      .filter((row) => row.label === label)
      .flatMap(({ values }) => values)
      .join('\n')
  return labels
    .map((label) => ({ label, theirs: valueIn(theirs, label), yours: valueIn(yours, label) }))
    .filter((row) => row.theirs !== row.yours)
}

/** `gone`: somebody has taken the whole thing out. What was typed stays on the page, to be copied. */
export function ConflictNotice({ translator, conflict }: { translator: Translator; conflict: ConflictView | 'gone' }) {
  const { t } = translator
  if (conflict === 'gone') {
    return (
      <NotificationBanner
        title={t('checklist.office.conflict.title')}
        role="alert"
        text={t('checklist.office.conflict.gone')}
      />
    )
  }
  const shown = (value: string) =>
    value === '' ? t('checklist.office.conflict.nothing') : <Lines values={value.split('\n')} />
  return (
    <NotificationBanner title={t('checklist.office.conflict.title')} role="alert">
      <p class="govuk-notification-banner__heading">
        {t('checklist.office.conflict.who', { person: conflict.by, when: conflict.at })}
      </p>
      <p class="govuk-body">{t('checklist.office.conflict.what')}</p>
      {conflict.differences.length === 0 ? (
        <p class="govuk-body">{t('checklist.office.conflict.elsewhere')}</p>
      ) : (
        <Table
          head={[
            { content: t('checklist.office.conflict.field') },
            { content: t('checklist.office.conflict.theirs') },
            { content: t('checklist.office.conflict.yours') },
          ]}
          firstCellIsHeader
          rows={conflict.differences.map(({ label, theirs, yours }) => [
            { content: label },
            { content: shown(theirs) },
            { content: shown(yours) },
          ])}
        />
      )}
    </NotificationBanner>
  )
}
