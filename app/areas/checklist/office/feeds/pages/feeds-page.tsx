import { InsetText } from '../../../../../ui/components/inset-text/inset-text.tsx'
import { SummaryList } from '../../../../../ui/components/summary-list/summary-list.tsx'
import { urls } from '../../../../../urls.ts'
import { type Frame, OfficePage } from '../../pages/office-page.tsx'
import type { ResultView } from '../present-feed.ts'
import { Result } from './result.tsx'

export interface FeedsPageProps {
  readonly frame: Frame
  readonly networkOn: boolean
  readonly feeds: readonly {
    readonly name: string
    readonly host: string
    readonly href: string
    readonly last: ResultView | undefined
  }[]
}

/** The directories of others that a town follows. */
export function FeedsPage({ frame, networkOn, feeds }: FeedsPageProps) {
  const { t } = frame.translator
  return (
    <OfficePage
      frame={frame}
      title={t('checklist.office.feed.title')}
      section="checklist"
      back={{ href: urls.officeTown(frame.town), text: t('checklist.office.form.backToList') }}
    >
      <p class="govuk-body">{t('checklist.office.feed.about')}</p>
      <p class="govuk-body">{t('checklist.office.import.nothingPublished')}</p>
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
        <a class="govuk-link" href={urls.officeFeedNew(frame.town)}>
          {t('checklist.office.feed.new')}
        </a>
      </p>
    </OfficePage>
  )
}
