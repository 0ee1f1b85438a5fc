/** The pages that the links in both mailboxes open. Opening does nothing; the button does. */
import type { OfficeFor } from '../../../../platform/http/env.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { OfficeFrame } from '../../../../ui/layout/office-frame.tsx'
import { urls } from '../../../../urls.ts'

type Of = { readonly of: OfficeFor }

export function AgreePage({ of, token, newEmail }: Of & { readonly token: string; readonly newEmail: string }) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('accounts.address.agree.title')}>
      <p class="govuk-body">
        {t('accounts.address.agree.text')} <bdi>{newEmail}</bdi>
      </p>
      <p class="govuk-body">{t('accounts.address.mail.both')}</p>
      <form method="post" action={urls.confirmAddress('').split('?')[0]}>
        <input type="hidden" name="token" value={token} />
        <Button preventDoubleClick>{t('accounts.address.agree.button')}</Button>
      </form>
      <p class="govuk-body">{t('accounts.address.agree.not')}</p>
    </OfficeFrame>
  )
}

export function CancelPage({ of, token }: Of & { readonly token: string }) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('accounts.address.cancel.title')}>
      <p class="govuk-body">{t('accounts.address.cancel.text')}</p>
      <form method="post" action={urls.cancelAddress('').split('?')[0]}>
        <input type="hidden" name="token" value={token} />
        <Button preventDoubleClick>{t('accounts.address.cancel.button')}</Button>
      </form>
    </OfficeFrame>
  )
}

/** What came of it. */
export function AddressToldPage({ of, told }: Of & { readonly told: 'changed' | 'waiting' | 'cancelled' }) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t(`accounts.address.told.${told}.title`)}>
      <p class="govuk-body">{t(`accounts.address.told.${told}.text`)}</p>
      {told !== 'waiting' && <Button href={urls.office()}>{t('accounts.address.toOffice')}</Button>}
    </OfficeFrame>
  )
}

/** Used up, withdrawn, replaced by a newer one, expired, or never one. */
export function AddressOverPage({ of }: Of) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('people.over.title')}>
      <p class="govuk-body">{t('accounts.address.over')}</p>
      <Button href={urls.office()}>{t('accounts.address.toOffice')}</Button>
    </OfficeFrame>
  )
}
