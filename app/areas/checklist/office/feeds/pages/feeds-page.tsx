import { InsetText } from '../../../../../ui/components/inset-text/inset-text.tsx'
import { SummaryList } from '../../../../../ui/components/summary-list/summary-list.tsx'
import { urls } from '../../../../../urls.ts'
import type { ResultView } from '../present-feed.ts'
import { type FeedFrame, FeedFramePage, feedsTitle } from './feed-frame.tsx'
import { Result } from './result.tsx'

export interface FeedsPageProps {
  readonly frame: FeedFrame
  readonly networkOn: boolean
  readonly feeds: readonly {
    readonly name: string
    readonly host: string
    readonly href: string
    readonly last: ResultView | undefined
  }[]
}

/** The directories of others that a town, or an association for its towns, follows. */
export function FeedsPage({ frame, networkOn, feeds }: FeedsPageProps) {
  const { town, of } = frame
  const { t } = of.translator
  return (
    <FeedFramePage
      frame={frame}
      title={feedsTitle(frame)}
      back={town && { href: urls.officeTown(town), text: t('checklist.office.form.backToList') }}
    >
      <p class="govuk-body">{t(town ? 'checklist.office.feed.about' : 'directories.about')}</p>
      <p class="govuk-body">{t(town ? 'checklist.office.import.nothingPublished' : 'directories.decide')}</p>
      {!networkOn && <InsetText>{t('checklist.office.feed.off')}</InsetText>}
      {feeds.length > 0 && (
        <SummaryList
          rows={feeds.map(({ name, host, href, last }) => ({
            key: (
              <a class="govuk-link" href={href}>
                <bdi>{name}</bdi>
              </a>
            ),
            value: (
              <>
                <p class="govuk-body">
                  <bdi>{host}</bdi>
                </p>
                {last ? <Result result={last} /> : <p class="govuk-body">{t('checklist.office.feed.never')}</p>}
              </>
            ),
          }))}
        />
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={urls.feedNew(frame.feeds)}>
          {t('checklist.office.feed.new')}
        </a>
      </p>
    </FeedFramePage>
  )
}
