/** The pages on which somebody without an office here begins: their address, and once it is proven their name. */
import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { NotHere } from '../../../ui/layout/not-here.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import { IntroductionFields } from '../people/pages/accept-page.tsx'
import { type Fault, FaultSummary } from '../people/pages/people-frame.tsx'
import { AddressRefused, LinkForm } from './link-form.tsx'

interface AskPageProps {
  readonly of: OfficeFor
  /** Made with the form: sending it twice mails one link. */
  readonly form: string
  /** What was typed, and could not be an address. */
  readonly refused?: string
}

export function AskPage({ of, form, refused }: AskPageProps) {
  const { t, language } = of.translator
  return (
    <OfficeFrame
      of={of}
      title={t('accounts.newcomer.title')}
      refused={refused !== undefined}
      back={{ href: urls.pact(language), text: t('pact.title') }}
      first={refused !== undefined && <AddressRefused of={of} />}
    >
      <NotHere of={of} text={t('people.join.notHere')} />
      <p class="govuk-body">{t('accounts.newcomer.about')}</p>
      <p class="govuk-body">
        {t('accounts.newcomer.office')}{' '}
        <a class="govuk-link" href={urls.join()}>
          {t('people.join.link')}
        </a>
      </p>
      <LinkForm {...{ of, form, refused }} action={urls.newcomer()} hint={t('accounts.newcomer.emailHint')} />
      <p class="govuk-body">{t('accounts.newcomer.kept')}</p>
    </OfficeFrame>
  )
}

export function SentPage({ of, minutes }: { of: OfficeFor; minutes: number }) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('accounts.sent.title')}>
      <p class="govuk-body">{t('accounts.newcomer.sent')}</p>
      <p class="govuk-body">{t('accounts.mail.once', { minutes })}</p>
      <p class="govuk-body">{t('people.joinSent.nothing')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.newcomer()}>
          {t('accounts.sent.again')}
        </a>
      </p>
    </OfficeFrame>
  )
}

interface IntroducePageProps {
  readonly of: OfficeFor
  readonly token: string
  readonly email: string
  readonly introduction: Parameters<typeof IntroductionFields>[0]['introduction']
  readonly faults: readonly Fault[]
}

/** Opening the link changes nothing: programs that check mails open links too. Pressing the button does. */
export function IntroducePage({ of, token, email, introduction, faults }: IntroducePageProps) {
  const { t } = of.translator
  const refused = faults.length > 0
  return (
    <OfficeFrame
      of={of}
      title={t('accounts.introduce.title')}
      refused={refused}
      first={refused && <FaultSummary translator={of.translator} faults={faults} />}
    >
      <p class="govuk-body">
        {t('accounts.introduce.address')} <bdi dir="ltr">{email}</bdi>
      </p>
      <form method="post" action={urls.newcomerLink('').split('?')[0]} novalidate>
        <input type="hidden" name="token" value={token} />
        <IntroductionFields of={of} introduction={introduction} faults={faults} />
        <Button preventDoubleClick>{t('accounts.introduce.button')}</Button>
      </form>
      <p class="govuk-body">{t('accounts.link.shared')}</p>
    </OfficeFrame>
  )
}
