/** Where a person asks for another address for their account. */
import type { OfficeFor } from '../../../../platform/http/env.ts'
import { Button } from '../../../../ui/components/button/button.tsx'
import { Details } from '../../../../ui/components/details/details.tsx'
import { ErrorSummary } from '../../../../ui/components/error-summary/error-summary.tsx'
import { SummaryList } from '../../../../ui/components/summary-list/summary-list.tsx'
import { TextInput } from '../../../../ui/components/text-input/text-input.tsx'
import { OfficeFrame } from '../../../../ui/layout/office-frame.tsx'
import { urls } from '../../../../urls.ts'

export type AddressFault = 'invalid' | 'same' | 'often'

export type ChangeAddressPageProps = {
  of: OfficeFor
  email: string
  /** A change that was asked for; `until` in words. */
  waiting:
    | {
        readonly newEmail: string
        readonly oldConfirmed: boolean
        readonly newConfirmed: boolean
        readonly until: string
      }
    | undefined
  done: boolean
  refused?: { readonly typed: string; readonly fault: AddressFault } | undefined
}

export function ChangeAddressPage({ of, email, waiting, done, refused }: ChangeAddressPageProps) {
  const { t } = of.translator
  const fault = refused && t(`accounts.address.fault.${refused.fault}`)
  return (
    <OfficeFrame
      of={of}
      title={t('accounts.address.title')}
      current="account"
      done={done ? t('accounts.address.asked') : undefined}
      refused={refused !== undefined}
      back={{ href: urls.myData(), text: t('privacy.own.back') }}
      first={fault && <ErrorSummary title={t('office.form.errorTitle')} errors={[{ text: fault, href: '#email' }]} />}
    >
      {waiting && <Waiting of={of} waiting={waiting} />}
      <p class="govuk-body">{t('accounts.address.about')}</p>
      <SummaryList rows={[{ key: t('accounts.address.now'), value: <bdi>{email}</bdi> }]} />
      <form method="post" action={urls.changeAddress()} novalidate>
        <TextInput
          name="email"
          type="email"
          autocomplete="email"
          dir="ltr"
          label={t('accounts.address.new')}
          hint={t('accounts.address.hint')}
          value={refused?.typed ?? ''}
          error={fault ? { prefix: t('office.form.errorPrefix'), text: fault } : undefined}
        />
        <Button preventDoubleClick>{t('accounts.address.ask')}</Button>
      </form>
      <Details summary={t('accounts.address.lostTitle')}>
        <p class="govuk-body">{t('accounts.address.lost')}</p>
      </Details>
    </OfficeFrame>
  )
}

function Waiting({
  of,
  waiting,
}: Pick<ChangeAddressPageProps, 'of'> & { waiting: NonNullable<ChangeAddressPageProps['waiting']> }) {
  const { t } = of.translator
  const state = (agreed: boolean) => t(agreed ? 'accounts.address.agreed' : 'accounts.address.notYet')
  return (
    <section aria-labelledby="waiting">
      <h2 class="govuk-heading-m" id="waiting">
        {t('accounts.address.waiting')}
      </h2>
      <SummaryList
        rows={[
          { key: t('accounts.address.new'), value: <bdi>{waiting.newEmail}</bdi> },
          { key: t('accounts.address.oldMailbox'), value: state(waiting.oldConfirmed) },
          { key: t('accounts.address.newMailbox'), value: state(waiting.newConfirmed) },
          { key: t('accounts.address.until'), value: waiting.until },
        ]}
      />
      <form method="post" action={urls.withdrawAddress()}>
        <Button classes="govuk-button--secondary" preventDoubleClick>
          {t('accounts.address.withdraw')}
        </Button>
      </form>
    </section>
  )
}
