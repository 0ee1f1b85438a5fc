/** Passkeys need the one script that signing in has; all of it waits in a template where that cannot run. */
import type { OfficeFor } from '../../../platform/http/env.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { type SetUpFrom, urls } from '../../../urls.ts'

export function PasskeyScript() {
  return <script src={urls.script('passkey')} defer></script>
}

/** The button that leads to the page which asks the browser for a passkey. */
export function PasskeyButton({ translator: { t }, to }: { translator: Translator; to: string | undefined }) {
  return (
    <template data-passkey-able>
      <form method="post" action={urls.passkey()}>
        {to !== undefined && <input type="hidden" name="to" value={to} />}
        <Button classes="govuk-button--secondary" preventDoubleClick>
          {t('accounts.passkey.use')}
        </Button>
      </form>
    </template>
  )
}

function Failed({ t }: { t: Translator['t'] }) {
  return (
    <template data-passkey-failed>
      <p class="govuk-error-message" role="alert" tabindex={-1}>
        {t('accounts.passkey.failed')}
      </p>
    </template>
  )
}

export type AskPasskeyPageProps = {
  of: OfficeFor
  to: string | undefined
  /** What the browser is asked, as JSON. */
  options: string
}

export function AskPasskeyPage({ of, to, options }: AskPasskeyPageProps) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('accounts.passkey.title')}>
      <p class="govuk-body">{t('accounts.passkey.text')}</p>
      <Failed t={t} />
      <form method="post" action={urls.passkeyAnswer()} data-passkey="use" data-passkey-options={options}>
        {to !== undefined && <input type="hidden" name="to" value={to} />}
        <input type="hidden" name="response" value="" />
        <Button>{t('accounts.passkey.continue')}</Button>
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.signIn(to)}>
          {t('accounts.passkey.otherWay')}
        </a>
      </p>
      <PasskeyScript />
    </OfficeFrame>
  )
}

/** The same for every reason: what was wrong is nobody's business who could not sign in. */
export function PasskeyRefusedPage({ of, to }: Pick<AskPasskeyPageProps, 'of' | 'to'>) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('accounts.passkey.refusedTitle')}>
      <p class="govuk-body">{t('accounts.passkey.refused')}</p>
      <PasskeyButton translator={of.translator} to={to} />
      <p class="govuk-body">
        <a class="govuk-link" href={urls.signIn(to)}>
          {t('accounts.passkey.otherWay')}
        </a>
      </p>
      <PasskeyScript />
    </OfficeFrame>
  )
}

export type NewPasskeyPageProps = Pick<AskPasskeyPageProps, 'of' | 'options'> & {
  from: SetUpFrom
  name?: string | undefined
  refused?: boolean | undefined
}

export function NewPasskeyPage({ of, from, options, name, refused = false }: NewPasskeyPageProps) {
  const { t } = of.translator
  const back = from === 'account' ? urls.security() : urls.secondStep()
  return (
    <OfficeFrame
      of={of}
      title={t('accounts.passkey.addTitle')}
      current="account"
      refused={refused}
      back={{ href: back, text: t('accounts.back') }}
      first={
        refused && (
          <ErrorSummary title={t('office.form.errorTitle')} errors={[{ text: t('accounts.passkey.notAdded') }]} />
        )
      }
    >
      <p class="govuk-body">{t('accounts.passkey.what')}</p>
      <noscript>
        <p class="govuk-body">{t('accounts.passkey.needsScript')}</p>
      </noscript>
      <Failed t={t} />
      <form method="post" action={urls.setUp(from, 'passkey')} data-passkey="make" data-passkey-options={options}>
        <TextInput
          name="name"
          autocomplete="off"
          label={t('accounts.passkey.name')}
          hint={t('accounts.passkey.nameHint')}
          value={name}
        />
        <input type="hidden" name="response" value="" />
        <Button>{t('accounts.passkey.add')}</Button>
      </form>
      <PasskeyScript />
    </OfficeFrame>
  )
}
