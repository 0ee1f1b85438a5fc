import { renderDocument } from '../../../ui/layout/document.ts'
import { type Chrome, SitePage } from '../../help-pages/index.ts'
import { type DayChoice, DayForm } from './day-form.tsx'

export interface DayPageProps {
  readonly chrome: Chrome
  readonly error: string
  /** Undefined: there is no earlier day at all. */
  readonly choice: DayChoice | undefined
  readonly nowHref: string
}

/** There is no review of the day that was asked for. */
export function dayPage({ chrome, error, choice, nowHref }: DayPageProps): string {
  const { t } = chrome.translator
  return renderDocument(
    <SitePage
      chrome={chrome}
      css={chrome.styles.register}
      title={t('office.frame.errorTitle', { title: t('review.metaTitle') })}
      description={t('review.title')}
      picture={chrome.picture}
      robots="noindex"
    >
      <h1>{t('review.title')}</h1>
      {choice ? <DayForm translator={chrome.translator} choice={choice} error={error} /> : <p>{error}</p>}
      <p>
        <a href={nowHref}>{t('review.days.now')}</a>
      </p>
    </SitePage>,
  )
}
