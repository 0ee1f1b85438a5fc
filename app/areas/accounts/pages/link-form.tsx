/** The form that asks for a mailed link, on each page that has one. */
import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'

export interface LinkFormProps {
  readonly of: OfficeFor
  readonly action: string
  /** Made with the form: sending it twice mails one link. */
  readonly form: string
  /** The page of the office to go to afterwards. */
  readonly to?: string | undefined
  readonly hint: string
  /** What was typed, and could not be an address. */
  readonly refused: string | undefined
}

export function LinkForm({ of, action, form, to, hint, refused }: LinkFormProps) {
  const { t } = of.translator
  const fault = { prefix: t('office.form.errorPrefix'), text: t('accounts.signIn.emailInvalid') }
  return (
    <form method="post" action={action} novalidate>
      <input type="hidden" name="form" value={form} />
      {to !== undefined && <input type="hidden" name="to" value={to} />}
      <TextInput
        name="email"
        type="email"
        autocomplete="email"
        spellcheck={false}
        dir="ltr"
        label={t('accounts.signIn.email')}
        hint={hint}
        value={refused}
        error={refused === undefined ? undefined : fault}
      />
      <Button preventDoubleClick>{t('accounts.signIn.send')}</Button>
    </form>
  )
}

/** Above the heading of a page whose form was refused. */
export function AddressRefused({ of }: Pick<LinkFormProps, 'of'>) {
  const { t } = of.translator
  const errors = [{ text: t('accounts.signIn.emailInvalid'), href: '#email' }]
  return <ErrorSummary title={t('office.form.errorTitle')} errors={errors} />
}
