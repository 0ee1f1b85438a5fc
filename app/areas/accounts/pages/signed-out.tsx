import type { FormFields } from '../../../platform/http/form.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { urls } from '../../../urls.ts'
import { OfficeFrame } from './office-frame.tsx'

export type SignedOutPageProps = {
  translator: Translator
  instance: string
  /** Where the form was sent. */
  action: string
  /** Everything that was sent, the button that was pressed included. */
  fields: FormFields
}

const inAnotherTab = { target: '_blank', rel: 'noopener' } as const

/** In place of an answer to a form that came without a session: holds what was typed until the person is back. */
export function SignedOutPage({ translator, instance, action, fields }: SignedOutPageProps) {
  const { t } = translator
  return (
    <OfficeFrame translator={translator} instance={instance} title={t('accounts.signedOut.title')}>
      <h1 class="govuk-heading-l">{t('accounts.signedOut.title')}</h1>
      <p class="govuk-body">{t('accounts.signedOut.why')}</p>
      <ol class="govuk-list govuk-list--number">
        <li>
          <p class="govuk-body">{t('accounts.signedOut.first')}</p>
          <p class="govuk-body">
            <a class="govuk-link" href={urls.signIn()} {...inAnotherTab}>
              {t('accounts.signedOut.signIn')}
            </a>
          </p>
        </li>
        <li>
          <p class="govuk-body">{t('accounts.signedOut.second')}</p>
          <form method="post" action={action}>
            {[...fields].flatMap(([name, values]) =>
              values.map((value) => <input type="hidden" name={name} value={value} />),
            )}
            <Button preventDoubleClick>{t('accounts.signedOut.save')}</Button>
          </form>
        </li>
      </ol>
    </OfficeFrame>
  )
}
