/** Between the link and the office: a code, a passkey, or setting up one of the two. */
import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import type { Factors, Step } from '../policy.ts'
import { CodeForm, type CodeFormProps, codeFault } from './code-form.tsx'
import { PasskeyButton, PasskeyScript } from './passkey.tsx'

export type SecondStepPageProps = {
  of: OfficeFor
  to: string | undefined
  step: Step
  factors: Factors
  /** Which code was wrong. */
  refused?: CodeFormProps['name'] | undefined
}

export function SecondStepPage({ of, to, step, factors, refused }: SecondStepPageProps) {
  const { t } = of.translator
  const fault = refused && codeFault(t, refused)
  return (
    <OfficeFrame
      of={of}
      title={t(`accounts.second.${step}.title`)}
      refused={refused !== undefined}
      first={
        fault && <ErrorSummary title={t('office.form.errorTitle')} errors={[{ text: fault, href: `#${refused}` }]} />
      }
    >
      <p class="govuk-body">{t(`accounts.second.${step}.text`)}</p>
      {step === 'give-code' && <GiveCode of={of} to={to} refused={refused} />}
      {step === 'set-up' && <ChooseFactor of={of} />}
      {factors.passkeys && <PasskeyButton translator={of.translator} to={to} />}
      {step === 'use-passkey' && (
        <noscript>
          <p class="govuk-body">{t('accounts.passkey.needsScript')}</p>
        </noscript>
      )}
      {step !== 'set-up' && <p class="govuk-body">{t('accounts.second.lost')}</p>}
      <PasskeyScript />
    </OfficeFrame>
  )
}

function GiveCode({ of: { translator }, to, refused }: Pick<SecondStepPageProps, 'of' | 'to' | 'refused'>) {
  const { t } = translator
  const shared = { translator, to, button: t('accounts.second.continue') }
  return (
    <>
      <CodeForm {...shared} action={urls.secondStep()} name="code" refused={refused === 'code'} />
      <Details summary={t('accounts.second.noApp')} open={refused === 'recovery-code'}>
        <CodeForm {...shared} action={urls.recoveryCode()} name="recovery-code" refused={refused === 'recovery-code'} />
      </Details>
    </>
  )
}

function ChooseFactor({ of: { translator } }: Pick<SecondStepPageProps, 'of'>) {
  const { t } = translator
  return (
    <>
      <h2 class="govuk-heading-m">{t('accounts.app.title')}</h2>
      <p class="govuk-body">{t('accounts.app.what')}</p>
      <form method="post" action={urls.setUp('sign-in', 'app')}>
        <Button preventDoubleClick>{t('accounts.app.setUp')}</Button>
      </form>
      <template data-passkey-able>
        <h2 class="govuk-heading-m">{t('accounts.passkeys.title')}</h2>
        <p class="govuk-body">{t('accounts.passkey.what')}</p>
        <Button href={urls.setUp('sign-in', 'passkey')} classes="govuk-button--secondary">
          {t('accounts.passkey.addTitle')}
        </Button>
      </template>
    </>
  )
}

/** Five wrong codes, or ended elsewhere meanwhile. */
export function SessionEndedPage({ of, to }: Pick<SecondStepPageProps, 'of' | 'to'>) {
  const { t } = of.translator
  return (
    <OfficeFrame of={{ ...of, person: undefined }} title={t('accounts.ended.title')}>
      <p class="govuk-body">{t('accounts.ended.text')}</p>
      <Button href={urls.signIn(to)}>{t('accounts.expired.again')}</Button>
    </OfficeFrame>
  )
}

export type ShowAgainPageProps = Omit<SecondStepPageProps, 'step'> & {
  /** Made with the form: sending it twice mails one link. */
  form: string
  /** A new link is enough. */
  byLink: boolean
}

/** Before a dangerous act, when the person came in some time ago. */
export function ShowAgainPage({ of, to, form, factors, byLink, refused }: ShowAgainPageProps) {
  const { translator } = of
  const { t } = translator
  const fault = refused && codeFault(t, refused)
  return (
    <OfficeFrame
      of={of}
      title={t('accounts.again.title')}
      refused={refused !== undefined}
      first={fault && <ErrorSummary title={t('office.form.errorTitle')} errors={[{ text: fault, href: '#code' }]} />}
    >
      <p class="govuk-body">{t('accounts.again.text')}</p>
      {factors.codes && (
        <CodeForm
          translator={translator}
          action={urls.showAgain()}
          to={to}
          name="code"
          button={t('accounts.second.continue')}
          refused={refused === 'code'}
        />
      )}
      {factors.passkeys && <PasskeyButton translator={translator} to={to} />}
      {byLink && (
        <form method="post" action={urls.showAgainByLink()}>
          <input type="hidden" name="form" value={form} />
          {to !== undefined && <input type="hidden" name="to" value={to} />}
          <Button preventDoubleClick>{t('accounts.again.link')}</Button>
        </form>
      )}
      <PasskeyScript />
    </OfficeFrame>
  )
}
