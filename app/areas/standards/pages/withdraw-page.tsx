import { Button } from '../../../ui/components/button/button.tsx'
import { urls } from '../../../urls.ts'
import { type OwnerFrame, OwnerPage } from './owner-frame.tsx'

export interface WithdrawPageProps {
  readonly frame: OwnerFrame
  readonly id: string
  readonly kind: string
  readonly duty: boolean
  readonly towns: number
}

/** What withdrawing a standard text means, before it is done. */
export function WithdrawPage({ frame, id, kind, duty, towns }: WithdrawPageProps) {
  const { t } = frame.of.translator
  return (
    <OwnerPage frame={frame} title={t('standards.withdraw.title', { kind })}>
      <p class="govuk-body">{t(duty ? 'standards.withdraw.aboutDuty' : 'standards.withdraw.about', { towns })}</p>
      <p class="govuk-body">{t(duty ? 'standards.withdraw.wrongDuty' : 'standards.withdraw.wrong')}</p>
      <form method="post" action={urls.standardTextWithdraw(frame.texts, id)}>
        <Button preventDoubleClick classes="govuk-button--warning">
          {t('standards.withdraw.submit')}
        </Button>
      </form>
    </OwnerPage>
  )
}
