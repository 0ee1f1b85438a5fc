import { Button } from '../../../ui/components/button/button.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { Select, type SelectOption } from '../../../ui/components/select/select.tsx'
import type { WrittenIn } from '../../../ui/written-in.ts'
import { urls } from '../../../urls.ts'
import { type WithdrawalReason, withdrawalReasons } from '../withdraw-rules.ts'
import { type ToolkitOfficeFrame, ToolkitPageFrame } from './office-frame.tsx'

export interface WithdrawPageProps {
  readonly frame: ToolkitOfficeFrame
  readonly id: string
  readonly title: string
  /** Of the title. */
  readonly words: WrittenIn
  /** What is public, and can be taken out. */
  readonly choices: readonly SelectOption[]
  readonly withdrawn: readonly {
    /** As the form names it. */
    readonly language: string
    readonly what: string
    readonly reason: WithdrawalReason
    readonly date: string
  }[]
  readonly typed: { readonly what: string; readonly reason: string; readonly refused: boolean }
}

function Withdrawn({ frame, id, withdrawn }: WithdrawPageProps) {
  const { t } = frame.of.translator
  if (withdrawn.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('toolkit.withdraw.out')}</h2>
      {withdrawn.map(({ language, what, reason, date }) => (
        <form method="post" action={urls.resourceBringBack(id)}>
          <input type="hidden" name="what" value={language} />
          <p class="govuk-body">
            {t('toolkit.withdraw.line', { what, date })} {t('toolkit.withdrawn.reason')}{' '}
            {t(`toolkit.withdraw.reason.${reason}`)}
          </p>
          <Button classes="govuk-button--secondary" preventDoubleClick>
            {t('toolkit.withdraw.back', { what })}
          </Button>
        </form>
      ))}
    </>
  )
}

function Form({ frame, id, choices, typed }: WithdrawPageProps) {
  const { t } = frame.of.translator
  if (choices.length === 0) return null
  const error = typed.refused
    ? { prefix: t('checklist.office.form.error'), text: t('toolkit.error.withdraw') }
    : undefined
  return (
    <form method="post" action={urls.resourceWithdraw(id)} novalidate>
      <Select
        name="what"
        label={t('toolkit.withdraw.what')}
        labelClasses="govuk-label--s"
        items={choices}
        value={typed.what}
      />
      <Radios
        name="reason"
        legend={t('toolkit.withdraw.why')}
        legendClasses="govuk-fieldset__legend--s"
        value={typed.reason}
        items={withdrawalReasons.map((value) => ({ value, text: t(`toolkit.withdraw.reason.${value}`) }))}
        error={error}
      />
      <Button classes="govuk-button--warning" preventDoubleClick>
        {t('toolkit.withdraw.submit')}
      </Button>
    </form>
  )
}

/** A wrong text is out at once, with a reason that its readers see. */
export function WithdrawPage(props: WithdrawPageProps) {
  const { frame, title, words, typed } = props
  const { t } = frame.of.translator
  const first = typed.refused && (
    <ErrorSummary
      title={t('checklist.office.form.errors')}
      errors={[{ text: t('toolkit.error.withdraw'), href: '#reason' }]}
    />
  )
  return (
    <ToolkitPageFrame frame={frame} title={t('toolkit.withdraw.title')} refused={typed.refused} first={first}>
      <p class="govuk-body">
        <bdi lang={words.lang} dir={words.dir}>
          {title}
        </bdi>
      </p>
      <p class="govuk-body">{t('toolkit.withdraw.about')}</p>
      <Withdrawn {...props} />
      <Form {...props} />
    </ToolkitPageFrame>
  )
}
