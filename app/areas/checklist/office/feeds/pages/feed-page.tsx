import { InsetText } from '../../../../../ui/components/inset-text/inset-text.tsx'
import { NotificationBanner } from '../../../../../ui/components/notification-banner/notification-banner.tsx'
import { SummaryList } from '../../../../../ui/components/summary-list/summary-list.tsx'
import { apart } from '../../../../../ui/lists.ts'
import { urls } from '../../../../../urls.ts'
import type { Feed } from '../../../feeds/feed-schema.ts'
import { PageLinks, type PagesView } from '../../pages/page-links.tsx'
import type { ResultView } from '../present-feed.ts'
import { type FeedFrame, FeedFramePage, feedsTitle } from './feed-frame.tsx'
import { Result } from './result.tsx'

export interface FeedPageProps {
  readonly frame: FeedFrame
  readonly feed: Pick<Feed, 'id' | 'source' | 'url' | 'every' | 'hour' | 'conflict' | 'look' | 'mayLose' | 'fictional'>
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
  /** Of an association: what of it fits where, and since when. */
  readonly placed: { readonly since: string; readonly texts: readonly string[] } | undefined
  /** Of an association: whether what it says waits to be followed, and how many services would be gone. */
  readonly asks: { readonly sudden: boolean; readonly gone: number } | undefined
  readonly gone: readonly {
    readonly id: string
    readonly name: string
    readonly href: string
    readonly remove: string
  }[]
  readonly pages: PagesView
}

function ActButton({ action, text, gone }: { action: string; text: string; gone?: number }) {
  return (
    <form method="post" action={action} novalidate>
      {gone !== undefined && <input type="hidden" name="gone" value={`${gone}`} />}
      <button
        type="submit"
        class="govuk-button govuk-button--secondary"
        data-module="govuk-button"
        data-prevent-double-click="true"
      >
        {text}
      </button>
    </form>
  )
}

/** What an association has fetched to look at, or has to be asked about, can be followed. */
function Follow({ frame, feed, asks }: Pick<FeedPageProps, 'frame' | 'feed' | 'asks'>) {
  const { t } = frame.translator
  if (!asks) return null
  const { sudden, gone } = asks
  return (
    <>
      {sudden && (
        <NotificationBanner title={t('checklist.office.feed.waits')} text={t('directories.sudden', { count: gone })} />
      )}
      <ActButton action={urls.feedFollow(frame.feeds, feed.id)} text={t('directories.follow')} gone={gone} />
    </>
  )
}

/** What waits to be looked at, or how to see what would happen. */
function Look(props: Pick<FeedPageProps, 'frame' | 'feed' | 'networkOn' | 'waiting' | 'asks'>) {
  const { frame, feed, networkOn, waiting } = props
  const { t } = frame.translator
  if (feed.fictional) return <InsetText>{t('directories.fictional')}</InsetText>
  const fetching = feed.look || feed.mayLose !== null
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
      {networkOn && !fetching && <Follow {...props} />}
      {networkOn && fetching && (
        <InsetText>
          {t('checklist.office.feed.fetching')}{' '}
          <a class="govuk-link" href={urls.feed(frame.feeds, feed.id)}>
            {t('checklist.office.feed.lookAgain')}
          </a>
        </InsetText>
      )}
      {networkOn && !fetching && (
        <ActButton action={urls.feedLook(frame.feeds, feed.id)} text={t('checklist.office.feed.try')} />
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
          ...(networkOn && !feed.fictional ? [{ key: t('checklist.office.feed.next'), value: next }] : []),
          ...(frame.town
            ? [
                {
                  key: t('checklist.office.feed.conflict'),
                  value: t(`checklist.office.feed.conflict.${feed.conflict}`),
                },
              ]
            : []),
          { key: t('checklist.office.import.language'), value: <bdi>{language}</bdi> },
          {
            key: t('checklist.office.feed.defaultKind'),
            value: kind ?? t(frame.town ? 'checklist.office.feed.noDefaultKind' : 'directories.noDefaultKind'),
          },
          { key: t('checklist.office.feed.setUpBy'), value: <bdi>{setUpBy}</bdi> },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={urls.feedEdit(frame.feeds, feed.id)}>
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
              <form method="post" action={urls.feedKeep(frame.feeds, feed.id)} novalidate>
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
        href={(number) => urls.feed(frame.feeds, feed.id, number)}
      />
    </section>
  )
}

/** Of an association: what towns find of it. */
function Placed({ frame, placed }: Pick<FeedPageProps, 'frame' | 'placed'>) {
  const { t } = frame.translator
  if (!placed) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('directories.placed')}</h2>
      <p class="govuk-body">{t('directories.since', { when: placed.since })}</p>
      <ul class="govuk-list govuk-list--bullet">
        {placed.texts.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    </>
  )
}

/** One feed: what waits, what came of it, what is decided about it. */
export function FeedPage(props: FeedPageProps) {
  const { frame, feed, host, results } = props
  const { t } = frame.translator
  return (
    <FeedFramePage
      frame={frame}
      title={feed.source}
      caption={host}
      back={{ href: frame.feeds, text: feedsTitle(frame) }}
    >
      <Look {...props} />
      <Gone {...props} />
      <Placed {...props} />
      <h2 class="govuk-heading-m">{t('checklist.office.feed.results')}</h2>
      {results.length === 0 ? (
        <p class="govuk-body">{t('checklist.office.feed.never')}</p>
      ) : (
        results.map((result) => <Result result={result} />)
      )}
      <h2 class="govuk-heading-m">{t('checklist.office.feed.settings')}</h2>
      <Settings {...props} />
      <h2 class="govuk-heading-m">{t('checklist.office.feed.end')}</h2>
      <p class="govuk-body">{t(frame.town ? 'checklist.office.feed.endAbout' : 'directories.endAbout')}</p>
      <ActButton action={urls.feedEnd(frame.feeds, feed.id)} text={t('checklist.office.feed.end')} />
    </FeedFramePage>
  )
}
