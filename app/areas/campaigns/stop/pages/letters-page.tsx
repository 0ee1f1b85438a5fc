import type { OfficeFor } from '../../../../platform/http/env.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { OfficeFrame } from '../../../../ui/layout/office-frame.tsx'

export interface LettersPageProps {
  readonly of: OfficeFor
  readonly association: string
  readonly action: string
  readonly stopped: boolean
}

/** An office stops the letters of an association, or wants them again. */
export function LettersPage({ of, association, action, stopped }: LettersPageProps) {
  const { t } = of.translator
  const state = stopped ? 'stopped' : 'ask'
  return (
    <OfficeFrame of={of} title={t(`campaigns.stop.${state}.title`)} caption={association}>
      <p class="govuk-body">{t(`campaigns.stop.${state}.text`, { association })}</p>
      <form method="post" action={action}>
        {stopped && <input type="hidden" name="do" value="again" />}
        <Button preventDoubleClick classes={stopped ? 'govuk-button--secondary' : undefined}>
          {t(`campaigns.stop.${state}.submit`)}
        </Button>
      </form>
    </OfficeFrame>
  )
}

/** Made by another instance, or before its secret changed. */
export function UnknownLettersPage({ of }: Pick<LettersPageProps, 'of'>) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('campaigns.stop.unknown.title')}>
      <p class="govuk-body">{t('campaigns.stop.unknown.text')}</p>
    </OfficeFrame>
  )
}
