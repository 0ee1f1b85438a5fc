/** What goes and what stays when somebody deletes their account, and the page after it. */
import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { WarningText } from '../../../ui/components/warning-text/warning-text.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'

/** What the ticked box sends. */
export const confirmed = 'yes'

export type DeleteAccountPageProps = {
  of: OfficeFor
  email: string
  /** Places whose last approver (or secretariat) the person is, and where they hand over. */
  inTheWay: readonly { readonly name: string; readonly path: string }[]
  /** The box was not ticked. */
  unconfirmed: boolean
}

const goes = ['account', 'signIn', 'roles', 'invitations', 'mails'] as const
const stays = ['acts', 'drafts', 'backups'] as const

export function DeleteAccountPage(props: DeleteAccountPageProps) {
  const { of, inTheWay, unconfirmed } = props
  const { t } = of.translator
  const errors = [{ text: t('privacy.delete.unconfirmed'), href: '#confirm' }]
  return (
    <OfficeFrame
      of={of}
      title={t('privacy.delete.title')}
      current="account"
      back={{ href: urls.myData(), text: t('privacy.own.back') }}
      refused={unconfirmed}
      first={unconfirmed && <ErrorSummary title={t('office.form.errorTitle')} errors={errors} />}
    >
      {inTheWay.length > 0 && <InTheWay of={of} inTheWay={inTheWay} />}
      <h2 class="govuk-heading-m">{t('privacy.delete.goes')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {goes.map((what) => (
          <li>{t(`privacy.delete.goes.${what}`)}</li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">{t('privacy.delete.stays')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {stays.map((what) => (
          <li>{t(`privacy.delete.stays.${what}`)}</li>
        ))}
      </ul>
      <p class="govuk-body">{t('privacy.delete.named')}</p>
      {inTheWay.length === 0 && <DeleteForm {...props} />}
    </OfficeFrame>
  )
}

function InTheWay({ of, inTheWay }: Pick<DeleteAccountPageProps, 'of' | 'inTheWay'>) {
  const { t } = of.translator
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>{t('privacy.delete.last')}</strong>
      </p>
      <ul class="govuk-list govuk-!-margin-bottom-0">
        {inTheWay.map(({ name, path }) => (
          <li>
            <a class="govuk-link" href={path}>
              {t('privacy.delete.handOver', { place: name })}
            </a>
          </li>
        ))}
      </ul>
    </InsetText>
  )
}

function DeleteForm({ of, email, unconfirmed }: DeleteAccountPageProps) {
  const { t } = of.translator
  const fault = { prefix: t('office.form.errorPrefix'), text: t('privacy.delete.unconfirmed') }
  return (
    <form method="post" action={urls.deleteAccount()} novalidate>
      <WarningText iconFallbackText={t('people.warning')}>{t('privacy.delete.final')}</WarningText>
      <Checkboxes
        name="confirm"
        legend={t('privacy.delete.confirmTitle')}
        error={unconfirmed ? fault : undefined}
        items={[{ value: confirmed, text: t('privacy.delete.confirm', { email }) }]}
      />
      <Button classes="govuk-button--warning" preventDoubleClick>
        {t('privacy.delete.button')}
      </Button>
    </form>
  )
}

/** Nobody is signed in any more. */
export function AccountDeletedPage({ of }: Pick<DeleteAccountPageProps, 'of'>) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('privacy.deleted.title')}>
      <p class="govuk-body">{t('privacy.deleted.text')}</p>
      <p class="govuk-body">{t('privacy.deleted.mail')}</p>
    </OfficeFrame>
  )
}
