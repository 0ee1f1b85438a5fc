/** The pages on the way in: ask for a link, look into the mailbox, press the button, the link is over. */
import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import { AddressRefused, LinkForm } from './link-form.tsx'
import { PasskeyButton, PasskeyScript } from './passkey.tsx'

type PageProps = {
  of: OfficeFor
  /** The page of the office to go to afterwards. */
  to: string | undefined
}

export type SignInPageProps = PageProps & {
  /** Made with the form: sending it twice mails one link. */
  form: string
  /** Name of an identity provider. */
  provider: string | undefined
  /** What was typed, and could not be an address. */
  refused?: string | undefined
}

export function SignInPage({ of, to, form, provider, refused }: SignInPageProps) {
  const { t } = of.translator
  return (
    <OfficeFrame
      of={of}
      title={t('accounts.signIn.title')}
      refused={refused !== undefined}
      first={refused !== undefined && <AddressRefused of={of} />}
    >
      <p class="govuk-body">{t('accounts.signIn.introduction')}</p>
      <LinkForm {...{ of, form, to, refused }} action={urls.signIn()} hint={t('accounts.signIn.emailHint')} />
      <PasskeyButton translator={of.translator} to={to} />
      {provider !== undefined && (
        <Button href={urls.oidc(to)} classes="govuk-button--secondary">
          {t('accounts.signIn.provider', { name: provider })}
        </Button>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={urls.join()}>
          {t('people.join.link')}
        </a>
      </p>
      <PasskeyScript />
    </OfficeFrame>
  )
}

export function LinkSentPage({ of, to, minutes }: PageProps & { minutes: number }) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('accounts.sent.title')}>
      <p class="govuk-body">{t('accounts.sent.text', { minutes })}</p>
      <p class="govuk-body">{t('accounts.sent.nothing')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.signIn(to)}>
          {t('accounts.sent.again')}
        </a>
      </p>
    </OfficeFrame>
  )
}

/** Opening the link signs nobody in: programs that check mails open links too. Pressing the button does. */
export function UseLinkPage({ of, to, token }: PageProps & { token: string }) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('accounts.link.title')}>
      <p class="govuk-body">{t('accounts.link.text')}</p>
      <form method="post" action={urls.signInLink('').split('?')[0]}>
        <input type="hidden" name="token" value={token} />
        {to !== undefined && <input type="hidden" name="to" value={to} />}
        <Button preventDoubleClick>{t('accounts.link.button')}</Button>
      </form>
      <p class="govuk-body">{t('accounts.link.shared')}</p>
    </OfficeFrame>
  )
}

export function LinkOverPage({
  of,
  to,
  minutes,
  again = urls.signIn(to),
}: PageProps & { minutes: number; again?: string }) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('accounts.expired.title')}>
      <p class="govuk-body">{t('accounts.expired.text', { minutes })}</p>
      <Button href={again}>{t('accounts.expired.again')}</Button>
    </OfficeFrame>
  )
}
