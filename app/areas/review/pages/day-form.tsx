import type { Translator } from '../../../platform/i18n/messages.ts'

export interface DayChoice {
  readonly action: string
  /** What was typed, or the day that is shown. */
  readonly value: string
  /** First and last day there are, as ISO dates. */
  readonly from: string
  readonly to: string
  readonly hint: string
}

interface Props {
  readonly translator: Translator
  readonly choice: DayChoice
  readonly error?: string
}

/** Leads to the review of any day. A browser without a calendar takes it as text. */
export function DayForm({ translator: { t }, choice: { action, value, from, to, hint }, error }: Props) {
  return (
    <form method="post" action={action} novalidate>
      <div class="field">
        <label for="day">{t('review.day.label')}</label>
        <p class="hint" id="day-hint">
          {hint}
        </p>
        {error !== undefined && (
          <p class="bad" id="day-error">
            {error}
          </p>
        )}
        <input
          {...{ id: 'day', name: 'day', type: 'date', value, min: from, max: to }}
          autocomplete="off"
          aria-invalid={error === undefined ? undefined : 'true'}
          aria-describedby={error === undefined ? 'day-hint' : 'day-hint day-error'}
        />
      </div>
      <p>
        <button type="submit">{t('review.day.submit')}</button>
      </p>
    </form>
  )
}
