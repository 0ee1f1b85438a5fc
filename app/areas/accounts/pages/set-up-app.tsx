import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { WarningText } from '../../../ui/components/warning-text/warning-text.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { type SetUpFrom, urls } from '../../../urls.ts'
import { CodeForm, codeFault } from './code-form.tsx'

export type SetUpAppPageProps = {
  of: OfficeFor
  from: SetUpFrom
  /** In groups of four. */
  secret: string
  qr: { readonly size: number; readonly path: string }
  refused?: boolean | undefined
}

/** White around a code, in squares, without which no camera finds it. */
const quiet = 4

export function SetUpAppPage({ of, from, secret, qr, refused = false }: SetUpAppPageProps) {
  const { t } = of.translator
  const side = qr.size + 2 * quiet
  return (
    <OfficeFrame
      of={of}
      title={t('accounts.app.setUp')}
      current="account"
      refused={refused}
      back={{ href: from === 'account' ? urls.security() : urls.secondStep(), text: t('accounts.back') }}
      first={
        refused && (
          <ErrorSummary title={t('office.form.errorTitle')} errors={[{ text: codeFault(t, 'code'), href: '#code' }]} />
        )
      }
    >
      <p class="govuk-body">{t('accounts.app.scan')}</p>
      <svg
        class="office-qr"
        role="img"
        aria-label={t('accounts.app.qr')}
        viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
        width="220"
        height="220"
      >
        <path fill="#fff" d={`M${-quiet} ${-quiet}h${side}v${side}h${-side}z`} />
        <path fill="#000" d={qr.path} />
      </svg>
      <p class="govuk-body">{t('accounts.app.secret')}</p>
      <p class="govuk-body">
        <code dir="ltr">{secret}</code>
      </p>
      <CodeForm
        translator={of.translator}
        action={urls.setUp(from, 'app/code')}
        name="code"
        button={t('accounts.app.confirm')}
        refused={refused}
      />
    </OfficeFrame>
  )
}

export type RecoveryCodesPageProps = { of: OfficeFor; codes: readonly string[]; next: string }

/** Shown this once; printing the page prints them. */
export function RecoveryCodesPage({ of, codes, next }: RecoveryCodesPageProps) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('accounts.recovery.title')} current="account">
      <p class="govuk-body">{t('accounts.recovery.what')}</p>
      <WarningText iconFallbackText={t('accounts.warning')}>{t('accounts.recovery.once')}</WarningText>
      <ul class="govuk-list" dir="ltr">
        {codes.map((code) => (
          <li>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button href={next}>{t('accounts.recovery.kept')}</Button>
    </OfficeFrame>
  )
}
