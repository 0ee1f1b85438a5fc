import { Notice } from '../../../ui/components/notice/notice.tsx'
import { renderDocument } from '../../../ui/layout/document.ts'
import { urls } from '../../../urls.ts'
import { type Chrome, SitePage } from '../../help-pages/index.ts'
import type { ReviewView } from '../present-review.ts'
import { type DayChoice, DayForm } from './day-form.tsx'
import { Figure } from './figure.tsx'

interface LinkView {
  readonly href: string
  readonly text: string
}

export interface ReviewPageProps {
  readonly chrome: Chrome
  readonly lead: string
  /** Everything that is counted is invented. */
  readonly demonstration: boolean
  readonly view: ReviewView
  readonly documents: readonly LinkView[]
  /** Reviews of other days: of any by its date, and the firsts of months, the newest first. Undefined: there are none. */
  readonly days: { readonly choice: DayChoice; readonly links: readonly LinkView[] } | undefined
  /** An earlier day: search engines need the newest alone. */
  readonly earlier: boolean
}

function Short({ chrome: { translator }, view }: ReviewPageProps) {
  const { t, language } = translator
  return (
    <>
      <h2>{t('review.key')}</h2>
      <ul>
        {view.sentences.map(({ text, definition, dataHref }) => (
          <li>
            {text} <a href={urls.reviewDefinitions(language, definition)}>{t('review.definition')}</a>
            {' · '}
            <a href={dataHref}>{t('review.data')}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

const Links = ({ links }: { links: readonly LinkView[] }) => (
  <ul class="links">
    {links.map(({ href, text }) => (
      <li>
        <a href={href}>{text}</a>
      </li>
    ))}
  </ul>
)

/** The whole network on one page: each figure with its picture, its table, its definition, its data. */
export function reviewPage(props: ReviewPageProps): string {
  const { chrome, lead, demonstration, view, documents, days, earlier } = props
  const { translator } = chrome
  const { t } = translator
  return renderDocument(
    <SitePage
      chrome={chrome}
      css={chrome.styles.register}
      title={t('review.metaTitle')}
      description={t('review.title')}
      picture={chrome.picture}
      robots={earlier ? 'noindex' : undefined}
    >
      {demonstration && (
        <Notice kind="demonstration">
          <p>{t('review.demonstration')}</p>
        </Notice>
      )}
      <h1>{t('review.title')}</h1>
      <p>{lead}</p>
      <p>{t('review.noRanking')}</p>
      <Short {...props} />
      {view.figures.map((figure) => (
        <Figure translator={translator} view={figure} />
      ))}
      <h2>{t('review.documents')}</h2>
      <Links links={documents} />
      {days && (
        <>
          <h2>{t('review.days')}</h2>
          <p>{t('review.days.text')}</p>
          <DayForm translator={translator} choice={days.choice} />
          {days.links.length > 0 && <Links links={days.links} />}
        </>
      )}
    </SitePage>,
  )
}
