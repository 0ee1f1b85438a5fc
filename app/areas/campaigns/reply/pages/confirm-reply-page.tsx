import type { OfficeFor } from '../../../../platform/http/env.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { OfficeFrame } from '../../../../ui/layout/office-frame.tsx'
import { urls } from '../../../../urls.ts'

export interface ConfirmReplyPageProps {
  readonly of: OfficeFor
  readonly association: string
  readonly token: string
  readonly confirmed: boolean
}

/** Whoever reads a mailbox agrees that towns answer there. */
export function ConfirmReplyPage({ of, association, token, confirmed }: ConfirmReplyPageProps) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('campaigns.reply.confirm.title')} caption={association}>
      {confirmed ? (
        <p class="govuk-body">{t('campaigns.reply.confirm.done')}</p>
      ) : (
        <>
          <p class="govuk-body">{t('campaigns.reply.confirm.text', { association })}</p>
          <form method="post" action={urls.confirmReply('').split('?')[0]}>
            <input type="hidden" name="token" value={token} />
            <Button preventDoubleClick>{t('campaigns.reply.confirm.submit')}</Button>
          </form>
        </>
      )}
    </OfficeFrame>
  )
}

/** Replaced by a newer one, too old, or never one. */
export function ReplyOverPage({ of }: Pick<ConfirmReplyPageProps, 'of'>) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('people.over.title')}>
      <p class="govuk-body">{t('campaigns.reply.confirm.over')}</p>
    </OfficeFrame>
  )
}
