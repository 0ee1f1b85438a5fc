import { renderDocument } from '../../../ui/layout/document.ts'
import type { Chrome } from '../chrome.ts'
import { SitePage } from './site-page.tsx'

export interface ErrorPageProps {
  readonly chrome: Chrome
  readonly title: string
  readonly text: string
  readonly homeHref: string
}

/** Says what to do, tells nothing of the inside, and keeps the help numbers. */
export function errorPage({ chrome, title, text, homeHref }: ErrorPageProps): string {
  const { t } = chrome.translator
  return renderDocument(
    <SitePage chrome={chrome} title={title} robots="noindex">
      <h1>{title}</h1>
      <p>{text}</p>
      <p>
        <a href={homeHref}>{t('error.notFound.home')}</a>
      </p>
    </SitePage>,
  )
}
