import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { Select } from '../../../ui/components/select/select.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import {
  type Choices,
  type ChoosableKind,
  choosableKinds,
  digestHour,
  fixedKinds,
  timingOf,
  timings,
} from '../rules.ts'

export type ChoicePageProps = {
  of: OfficeFor
  email: string
  choices: Choices
  done: boolean
  /** Kinds for which nothing that exists was sent. */
  faulty?: readonly ChoosableKind[]
}

export function ChoicePage({ of, email, choices, done, faulty = [] }: ChoicePageProps) {
  const { t } = of.translator
  const refused = faulty.length > 0
  return (
    <OfficeFrame
      of={of}
      title={t('notifications.choices.title')}
      current="account"
      back={{ href: urls.account(), text: t('accounts.own.title') }}
      done={done ? t('notifications.choices.done') : undefined}
      refused={refused}
      first={refused && <Faults of={of} faulty={faulty} />}
    >
      <p class="govuk-body">{t('notifications.choices.where', { email })}</p>
      <h2 class="govuk-heading-m">{t('notifications.choices.choose')}</h2>
      <p class="govuk-body">{whenText(of)}</p>
      <p class="govuk-body">{t('notifications.choices.due')}</p>
      <form method="post" action={urls.accountMail()} novalidate>
        {choosableKinds.map((kind) => (
          <Select
            name={kind}
            label={t(`notifications.kind.${kind}`)}
            labelClasses="govuk-label--s"
            hint={t(`notifications.about.${kind}`)}
            value={timingOf(kind, choices)}
            items={timings.map((timing) => ({ value: timing, text: t(`notifications.timing.${timing}`) }))}
            error={
              faulty.includes(kind) ? { prefix: t('office.form.errorPrefix'), text: faultOf(of, kind) } : undefined
            }
          />
        ))}
        <Button preventDoubleClick>{t('notifications.choices.save')}</Button>
      </form>
      <h2 class="govuk-heading-m">{t('notifications.choices.always')}</h2>
      <p class="govuk-body">{t('notifications.choices.alwaysWhy')}</p>
      <SummaryList
        rows={fixedKinds.map((kind) => ({
          key: t(`notifications.kind.${kind}`),
          value: t(`notifications.about.${kind}`),
        }))}
      />
    </OfficeFrame>
  )
}

function Faults({ of, faulty }: { of: OfficeFor; faulty: readonly ChoosableKind[] }) {
  const errors = faulty.map((kind) => ({ text: faultOf(of, kind), href: `#${kind}` }))
  return <ErrorSummary title={of.translator.t('office.form.errorTitle')} errors={errors} />
}

function faultOf({ translator: { t } }: OfficeFor, kind: ChoosableKind): string {
  return t('notifications.choices.invalid', { kind: t(`notifications.kind.${kind}`) })
}

/** Hours that the clocks of Europe are behind and ahead of UTC: the Azores in winter, the Caucasus. */
const europe = { behind: 1, ahead: 4 }

function whenText({ translator: { t, tag } }: OfficeFor): string {
  const format = new Intl.DateTimeFormat(tag, { timeStyle: 'short', timeZone: 'UTC' })
  const clock = (hour: number) => format.format(new Date(Date.UTC(2026, 0, 5, hour)))
  return t('notifications.choices.when', {
    time: clock(digestHour),
    earliest: clock(digestHour - europe.behind),
    latest: clock(digestHour + europe.ahead),
  })
}
