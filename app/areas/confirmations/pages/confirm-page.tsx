import { Button } from '../../../ui/components/button/button.tsx'
import { NotificationBanner } from '../../../ui/components/notification-banner/notification-banner.tsx'
import { OfficeFrame } from '../../../ui/layout/office-frame.tsx'
import { HelpFirst, type LinkPageProps, OverPage, PublishedFacts } from './link-page.tsx'

export interface ConfirmPageProps extends LinkPageProps {
  /** Of the facts that are shown. */
  readonly seen: string
  /** The page was published anew between the look and the click. */
  readonly changedMeanwhile: boolean
}

/** What is published, and one button. Opening the page confirms nothing. */
export function ConfirmPage(props: ConfirmPageProps) {
  const { of, state, town, words, seen, changedSince, changedMeanwhile, askedOn } = props
  const { t } = of.translator
  if (state !== 'open' || !words) return <OverPage {...props} />
  const news = changedMeanwhile || changedSince
  return (
    <OfficeFrame
      of={of}
      title={t('confirm.page.title')}
      caption={words.name}
      first={
        news && (
          <NotificationBanner
            title={t('confirm.page.changedTitle')}
            text={t(changedMeanwhile ? 'confirm.page.changedMeanwhile' : 'confirm.page.changedSince', {
              date: askedOn,
            })}
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
      <p class="govuk-body">{t('confirm.page.different')}</p>
    </OfficeFrame>
  )
}
