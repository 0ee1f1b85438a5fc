import { InsetText } from '../../../../../ui/components/inset-text/inset-text.tsx'
import { NotificationBanner } from '../../../../../ui/components/notification-banner/notification-banner.tsx'
import { SummaryList } from '../../../../../ui/components/summary-list/summary-list.tsx'
import { apart } from '../../../../../ui/lists.ts'
import { urls } from '../../../../../urls.ts'
import type { Feed } from '../../../feeds/feed-schema.ts'
import { type Frame, OfficePage } from '../../pages/office-page.tsx'
import { PageLinks, type PagesView } from '../../pages/page-links.tsx'
import type { ResultView } from '../present-feed.ts'
import { Result } from './result.tsx'

export interface FeedPageProps {
  readonly frame: Frame
  readonly feed: Pick<Feed, 'id' | 'source' | 'url' | 'every' | 'hour' | 'conflict' | 'look'>
  readonly host: string
  readonly networkOn: boolean
  /** When it is fetched next, in words. */
  readonly next: string
  readonly setUpBy: string
  readonly language: string
  /** Of services that name none, by name. */
  readonly kind: string | undefined
  /** Where what it said waits to be looked at. */
  readonly waiting: string | undefined
  readonly results: readonly ResultView[]
  readonly gone: readonly {
    readonly id: string
    readonly name: string
    readonly href: string
    readonly remove: string
  }[]
  readonly pages: PagesView
}

function ActButton({ action, text, hidden }: { action: string; text: string; hidden?: string }) {
  return (
    <form method="post" action={action} novalidate>
      <button
        type="submit"
        class="govuk-button govuk-button--secondary"
        data-module="govuk-button"
        data-prevent-double-click="true"
      >
        {text} {hidden !== undefined && <span class="govuk-visually-hidden">{hidden}</span>}
      </button>
    </form>
  )
}

/** What waits to be looked at, or how to see what would happen. */
function Look({ frame, feed, networkOn, waiting }: Pick<FeedPageProps, 'frame' | 'feed' | 'networkOn' | 'waiting'>) {
  const { t } = frame.translator
  return (
    <>
      {waiting !== undefined && (
        <NotificationBanner title={t('checklist.office.feed.waits')}>
          <p class="govuk-notification-banner__heading">
            <a class="govuk-notification-banner__link" href={waiting}>
              {t('checklist.office.feed.lookAtIt')}
            </a>
          </p>
        </NotificationBanner>
      )}
      {!networkOn && <InsetText>{t('checklist.office.feed.off')}</InsetText>}
      {networkOn && feed.look && (
        <InsetText>
          {t('checklist.office.feed.fetching')}{' '}
          <a class="govuk-link" href={urls.officeFeed(frame.town, feed.id)}>
            {t('checklist.office.feed.lookAgain')}
          </a>
        </InsetText>
      )}
      {networkOn && !feed.look && (
        <ActButton action={urls.officeFeedLook(frame.town, feed.id)} text={t('checklist.office.feed.try')} />
      )}
    </>
  )
}

function Settings({ frame, feed, next, setUpBy, language, kind, networkOn }: FeedPageProps) {
  const { t } = frame.translator
  const hour = apart(`${feed.hour}:00`.padStart(5, '0'))
  return (
    <>
      <SummaryList
        rows={[
          { key: t('checklist.office.feed.url'), value: <bdi dir="ltr">{feed.url}</bdi> },
          {
            key: t('checklist.office.feed.whenFetched'),
            value: t(`checklist.office.feed.when.${feed.every}`, { hour }),
          },
          ...(networkOn ? [{ key: t('checklist.office.feed.next'), value: next }] : []),
          { key: t('checklist.office.feed.conflict'), value: t(`checklist.office.feed.conflict.${feed.conflict}`) },
          { key: t('checklist.office.import.language'), value: <bdi>{language}</bdi> },
          {
            key: t('checklist.office.feed.defaultKind'),
            value: kind ?? t('checklist.office.feed.noDefaultKind'),
          },
          { key: t('checklist.office.feed.setUpBy'), value: <bdi>{setUpBy}</bdi> },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={urls.officeFeedEdit(frame.town, feed.id)}>
          {t('checklist.office.feed.change')}
        </a>
      </p>
    </>
  )
}

/** What the feed no longer has: nothing is taken out by itself. */
function Gone({ frame, feed, gone, pages }: Pick<FeedPageProps, 'frame' | 'feed' | 'gone' | 'pages'>) {
  const { t } = frame.translator
  if (gone.length === 0) return null
  return (
    <section aria-labelledby="gone">
      <h2 class="govuk-heading-m" id="gone">
        {t('checklist.office.feed.gone')}
      </h2>
      <p class="govuk-body">{t('checklist.office.feed.goneAbout')}</p>
      <SummaryList
        rows={gone.map(({ id, name, href, remove }) => ({
          key: (
            <a class="govuk-link" href={href}>
              <bdi>{name}</bdi>
            </a>
          ),
          value: (
            <>
              <p class="govuk-body">
                <a class="govuk-link" href={remove}>
                  {t('checklist.office.feed.takeOut')} <span class="govuk-visually-hidden">{name}</span>
                </a>
              </p>
              <form method="post" action={urls.officeFeedKeep(frame.town, feed.id)} novalidate>
                <input type="hidden" name="service" value={id} />
                <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button">
                  {t('checklist.office.feed.keep')} <span class="govuk-visually-hidden">{name}</span>
                </button>
              </form>
            </>
          ),
        }))}
      />
      <PageLinks
        translator={frame.translator}
        pages={pages}
        href={(number) => urls.officeFeed(frame.town, feed.id, number)}
      />
    </section>
  )
}

/** One feed: what waits, what came of it, what is decided about it. */
export function FeedPage(props: FeedPageProps) {
  const { frame, feed, host, results } = props
  const { t } = frame.translator
  return (
    <OfficePage
      frame={frame}
      title={feed.source}
      caption={host}
      section="checklist"
      back={{ href: urls.officeFeeds(frame.town), text: t('checklist.office.feed.title') }}
    >
      <Look {...props} />
      <Gone {...props} />
      <h2 class="govuk-heading-m">{t('checklist.office.feed.results')}</h2>
      {results.length === 0 ? (
        <p class="govuk-body">{t('checklist.office.feed.never')}</p>
      ) : (
        results.map((result) => <Result result={result} />)
      )}
      <h2 class="govuk-heading-m">{t('checklist.office.feed.settings')}</h2>
      <Settings {...props} />
      <h2 class="govuk-heading-m">{t('checklist.office.feed.end')}</h2>
      <p class="govuk-body">{t('checklist.office.feed.endAbout')}</p>
      <ActButton action={urls.officeFeedEnd(frame.town, feed.id)} text={t('checklist.office.feed.end')} />
    </OfficePage>
  )
}
