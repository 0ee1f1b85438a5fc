import { Button } from '../../../ui/components/button/button.tsx'
import { NotificationBanner } from '../../../ui/components/notification-banner/notification-banner.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { HelpFirst, type LinkPageProps, OverPage, PublishedFacts } from './link-page.tsx'

export interface ConfirmPageProps extends LinkPageProps {
  /** Of the facts that are shown. */
  readonly seen: string
  /** The page was published anew between the look and the click. */
  readonly changedMeanwhile: boolean
  /** Where to say what is different; undefined: by another link in the mail. */
  readonly change: string | undefined
}

function Different({ of: { translator }, change }: Pick<ConfirmPageProps, 'of' | 'change'>) {
  const { t } = translator
  if (change === undefined) return <p class="govuk-body">{t('confirm.page.different')}</p>
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={change}>
        {t('confirm.mail.ask.change')}
      </a>
    </p>
  )
}

/** What is published, and one button. Opening the page confirms nothing. */
export function ConfirmPage(props: ConfirmPageProps) {
  const { of, state, town, words, seen, change, changedSince, changedMeanwhile, askedOn, way } = props
  const { t } = of.translator
  if (state !== 'open' || !words) {
    return <OverPage {...props} also={state === 'confirmed' && change && <Different of={of} change={change} />} />
  }
  const since = way === 'letter' ? 'confirm.page.changedSinceLetter' : 'confirm.page.changedSince'
  const news = changedMeanwhile || changedSince
  return (
    <OfficeFrame
      of={of}
      title={t('confirm.page.title')}
      caption={words.name}
      first={
        news && (
          <NotificationBanner
            title={t(way === 'letter' ? 'confirm.page.changedTitleLetter' : 'confirm.page.changedTitle')}
            text={changedMeanwhile ? t('confirm.page.changedMeanwhile') : t(since, { date: askedOn })}
            {...(changedMeanwhile ? { role: 'alert' } : {})}
          />
        )
      }
    >
      <HelpFirst {...props} />
      <p class="govuk-body">{t('confirm.page.about', { town })}</p>
      <PublishedFacts {...props} />
      <p class="govuk-body">{t('confirm.page.what')}</p>
      <form method="post">
        <input type="hidden" name="seen" value={seen} />
        <Button preventDoubleClick>{t('confirm.page.button')}</Button>
      </form>
      <Different of={of} change={change} />
    </OfficeFrame>
  )
}
