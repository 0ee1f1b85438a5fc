import { Notice } from '../../../../ui/components/notice/notice.tsx'
import { OutsideLink } from '../../../../ui/components/outside-link/outside-link.tsx'
import { longDate } from '../../../../ui/dates.ts'
import { renderDocument } from '../../../../ui/layout/document.ts'
import { withCommas } from '../../../../ui/lists.ts'
import { type Chrome, SitePage } from '../../../help-pages/index.ts'

export interface PactPageProps {
  readonly chrome: Chrome
  readonly ps: readonly {
    readonly p: 'prevention' | 'protection' | 'prosecution' | 'participation'
    /** Numbers of the Convention's articles in short. */
    readonly ranges: readonly string[]
    /** Titles are English. */
    readonly articles: readonly { readonly number: number; readonly title: string; readonly href: string }[]
  }[]
  readonly convention: { readonly treatyNumber: string; readonly source: string }
  /** The Convention in plain words. */
  readonly lanzaroteHref: string
  readonly signed: { readonly signed: number; readonly countries: number; readonly demonstration: boolean }
  readonly registerHref: string
  /** How far all towns are together. */
  readonly reviewHref: string
  readonly practicesHref: string
  readonly toolkitHref: string
  readonly eventsHref: string
  readonly meetingsHref: string
  /** The Congress has authorised this register. */
  readonly official: boolean
  readonly versions: readonly {
    readonly version: string
    readonly demonstration: boolean
    readonly texts: readonly {
      readonly tag: string
      readonly autonym: string
      readonly href: string
    }[]
  }[]
  readonly joinHref: string
  /** For elected representatives and organisations. */
  readonly newcomerHref: string
}

/** Days on which something was said, as the project's own sources have them. */
const endorsed = '2012-09-14'
const concluded = '2015-06-30'

const asks = ['sign', 'plans', 'page', 'meet', 'day', 'convention', 'children'] as const
const gets = ['entry', 'certificate', 'open'] as const
const steps = ['open', 'decide', 'apply', 'prove', 'second'] as const

function What({ chrome: { translator } }: PactPageProps) {
  const { t } = translator
  return (
    <>
      <p>{t('pact.what.text', { date: longDate(translator, endorsed) })}</p>
      <p>{t('pact.what.who')}</p>
      <p>{t('pact.what.words')}</p>
      <h2>{t('pact.asks.title')}</h2>
      <p>{t('pact.asks.text', { date: longDate(translator, concluded) })}</p>
      <ul>
        {asks.map((one) => (
          <li>{t(`pact.asks.${one}`)}</li>
        ))}
      </ul>
      <h2>{t('pact.gets.title')}</h2>
      <ul>
        {gets.map((one) => (
          <li>{t(`pact.gets.${one}`)}</li>
        ))}
      </ul>
      <p>{t('pact.gets.later')}</p>
    </>
  )
}

function FourPs({ chrome: { translator }, ps, convention, lanzaroteHref }: PactPageProps) {
  const { t, tag } = translator
  return (
    <>
      <h2>{t('pact.ps.title')}</h2>
      {ps.map(({ p, ranges, articles }) => (
        <>
          <h3>{t(`pact.ps.${p}`)}</h3>
          <p>{t(`pact.ps.${p}.text`)}</p>
          <details>
            <summary>
              {t('pact.ps.articles')} <bdi dir="ltr">{withCommas('en', ranges)}</bdi>
            </summary>
            <ul lang="en" dir="ltr">
              {articles.map(({ number, title, href }) => (
                <li>
                  <a href={href}>
                    Article {number}: {title}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        </>
      ))}
      <p>{t('pact.ps.note')}</p>
      {!tag.startsWith('en') && <p>{t('pact.ps.english')}</p>}
      <p>
        <a href={lanzaroteHref}>{t('lanzarote.link')}</a>
      </p>
      <p>
        <OutsideLink href={convention.source}>
          {t('pact.ps.convention', { number: convention.treatyNumber })}
        </OutsideLink>
      </p>
    </>
  )
}

function Stand(props: PactPageProps) {
  const {
    chrome: { translator },
    signed,
    registerHref,
    reviewHref,
    practicesHref,
    toolkitHref,
    eventsHref,
    meetingsHref,
    official,
  } = props
  const { t } = translator
  return (
    <>
      <h2>{t('pact.stand.title')}</h2>
      <p>
        {signed.signed === 0
          ? t('pact.stand.none')
          : t('pact.stand.count', { signed: signed.signed, countries: signed.countries })}
      </p>
      {signed.signed > 0 && signed.demonstration && <p>{t('pact.stand.demonstration')}</p>}
      {!official && <p>{t('register.notOfficial')}</p>}
      <p>
        <a href={registerHref}>{t('pact.stand.register')}</a>
      </p>
      <p>
        <a href={reviewHref}>{t('review.title')}</a>
      </p>
      <p>
        <a href={practicesHref}>{t('practices.library.title')}</a>
      </p>
      <p>
        <a href={toolkitHref}>{t('toolkit.title')}</a>
      </p>
      <p>
        <a href={eventsHref}>{t('events.link')}</a>
      </p>
      <p>
        <a href={meetingsHref}>{t('meeting.title')}</a>
      </p>
    </>
  )
}

function Texts({ chrome: { translator }, versions }: PactPageProps) {
  const { t } = translator
  return (
    <>
      <h2 id="texts">{t('pact.list.title')}</h2>
      <p>{t('pact.list.about')}</p>
      {versions.length === 0 && <p>{t('pact.list.none')}</p>}
      {versions.map(({ version, demonstration, texts }) => (
        <>
          <h3>{t('pact.texts.version', { version })}</h3>
          {demonstration && (
            <Notice kind="demonstration">
              <p>{t('pact.demonstration')}</p>
            </Notice>
          )}
          <ul class="links">
            {texts.map(({ tag, autonym, href }) => (
              <li>
                <a href={href} hreflang={tag}>
                  <bdi lang={tag}>{autonym}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </>
  )
}

/** The Pact explained: what it is, what it asks, how a town signs, where its texts are. */
export function pactPage(props: PactPageProps): string {
  const { chrome, joinHref, newcomerHref } = props
  const { t } = chrome.translator
  return renderDocument(
    <SitePage chrome={chrome} title={t('pact.metaTitle')} description={t('pact.title')} picture={chrome.picture}>
      <div class="prose">
        <h1>{t('pact.title')}</h1>
        <What {...props} />
        <FourPs {...props} />
        <h2>{t('pact.how.title')}</h2>
        <ol>
          {steps.map((one) => (
            <li>
              {t(`pact.how.${one}`)}
              {one === 'open' && (
                <>
                  {' '}
                  <a href={joinHref}>{t('pact.how.join')}</a>
                </>
              )}
            </li>
          ))}
        </ol>
        <p>
          {t('pact.how.own')} <a href={newcomerHref}>{t('pact.how.ownLink')}</a>
        </p>
        <Stand {...props} />
        <Texts {...props} />
      </div>
    </SitePage>,
  )
}
