/** What a mail's link leads to: stopping mails of its kind. */
import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'

type PageProps = {
  of: OfficeFor
  email: string
  /** Names of the kinds, as they stand in a sentence. */
  kinds: string
}

export function StopPage({ of, email, kinds, action }: PageProps & { action: string }) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('notifications.stop.title')}>
      <p class="govuk-body">{t('notifications.stop.text', { email, kinds })}</p>
      <p class="govuk-body">{t('notifications.stop.nothing')}</p>
      <form method="post" action={action}>
        <Button preventDoubleClick>{t('notifications.stop.button')}</Button>
      </form>
      <Instead of={of} text={t('notifications.stop.other')} />
    </OfficeFrame>
  )
}

export function StoppedPage({ of, email, kinds }: PageProps) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('notifications.stopped.title')}>
      <p class="govuk-body">{t('notifications.stopped.text', { email, kinds })}</p>
      <Instead of={of} text={t('notifications.stopped.again')} />
    </OfficeFrame>
  )
}

/** For a link that is not ours, or of a former address: says nothing of anybody. */
export function UnknownStopPage({ of }: { of: OfficeFor }) {
  const { t } = of.translator
  return (
    <OfficeFrame of={of} title={t('notifications.unknown.title')}>
      <p class="govuk-body">{t('notifications.unknown.text')}</p>
      <Instead of={of} text={t('notifications.unknown.instead')} />
    </OfficeFrame>
  )
}

function Instead({ of: { translator }, text }: { of: OfficeFor; text: string }) {
  return (
    <p class="govuk-body">
      {text}{' '}
      <a class="govuk-link" href={urls.accountMail()}>
        {translator.t('notifications.choices.link')}
      </a>
    </p>
  )
}
