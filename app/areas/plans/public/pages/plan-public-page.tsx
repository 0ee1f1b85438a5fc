import { Notice } from '../../../../ui/components/notice/notice.tsx'
import { longDate } from '../../../../ui/dates.ts'
import { renderDocument } from '../../../../ui/layout/document.ts'
import type { PlanView } from '../../../../urls/plan-urls.ts'
import { type Chrome, SitePage } from '../../../help-pages/index.ts'
import { type MeasureState, measureStates, type PlanFacts } from '../../schema.ts'
import type { GroupView, MeasureView } from '../present-measure.ts'
import { MeasureDetails, StateWord } from './measure-details.tsx'

export interface PlanPublicPageProps {
  readonly chrome: Chrome
  readonly town: string
  readonly townHref: string
  readonly facts: PlanFacts
  /** The language in which the town writes. */
  readonly words: { readonly tag: string; readonly dir: 'ltr' | 'rtl' }
  readonly view: PlanView
  readonly demonstration: boolean
  readonly version: number
  readonly publishedOn: string
  /** Others that carry it. */
  readonly together: readonly { readonly name: string; readonly href: string | undefined }[]
  /** Of all measures. */
  readonly states: readonly MeasureState[]
  readonly views: readonly { readonly view: PlanView; readonly href: string }[]
  readonly measures: readonly MeasureView[]
  readonly groups: readonly GroupView[]
  /** Where the measures stand whole. */
  readonly fullHref: string
  readonly changesHref: string
  /** Of the cycle of today; undefined where there is none. */
  readonly report: { readonly givenOn: string | undefined; readonly href: string } | undefined
  /** All that were given, the newest first. */
  readonly reports: readonly { readonly cycle: number; readonly on: string; readonly href: string }[]
  /** An earlier version is asked for: the newest stands here. */
  readonly newestHref: string | undefined
  readonly others: readonly { readonly href: string; readonly starts: string; readonly ends: string }[]
}

const [barWidth, barHigh] = [640, 28]

/** How far the measures are, as a picture and in words. It runs from left to right in every script. */
function States({ chrome, states }: PlanPublicPageProps) {
  const { t, tag } = chrome.translator
  const figure = new Intl.NumberFormat(tag)
  const counted = measureStates
    .map((state) => ({ state, count: states.filter((one) => one === state).length }))
    .filter(({ count }) => count > 0)
  let from = 0
  const parts = counted.map(({ state, count }) => {
    const width = Math.round((count / states.length) * barWidth)
    const part = { state, x: from, width }
    from += width
    return part
  })
  return (
    <>
      <svg
        class="states"
        preserveAspectRatio="none"
        viewBox={`0 0 ${barWidth} ${barHigh}`}
        role="img"
        aria-labelledby="states-title"
      >
        <title id="states-title">{t('plans.public.states')}</title>
        {parts.map(({ state, x, width }) => (
          <path class={`is-${state}`} d={`M${x} 0h${width}v${barHigh}h-${width}z`} />
        ))}
      </svg>
      <ul class="counts">
        {counted.map(({ state, count }) => (
          <li>
            <StateWord translator={chrome.translator} state={state} /> {figure.format(count)}
          </li>
        ))}
      </ul>
    </>
  )
}

function About({ chrome, facts, words, together }: PlanPublicPageProps) {
  const { t } = chrome.translator
  const said = (key: 'steering' | 'office' | 'participation') =>
    facts[key] !== '' && (
      <>
        <dt>{t(`plans.field.${key}`)}</dt>
        <dd lang={words.tag} dir={words.dir} class="said">
          {facts[key]}
        </dd>
      </>
    )
  return (
    <dl>
      {together.length > 0 && (
        <>
          <dt>{t('plans.public.together')}</dt>
          <dd>
            <ul>
              {together.map(({ name, href }) => (
                <li>{href === undefined ? <bdi>{name}</bdi> : <a href={href}>{<bdi>{name}</bdi>}</a>}</li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {said('steering')}
      {said('office')}
      {said('participation')}
    </dl>
  )
}

function Heard({ chrome, facts, words }: PlanPublicPageProps) {
  const { t } = chrome.translator
  if (facts.heard.length === 0) return null
  return (
    <>
      <h2>{t('plans.form.heard')}</h2>
      <ul>
        {facts.heard.map(({ said, done }) => (
          <li>
            <p lang={words.tag} dir={words.dir} class="said">
              {said}
            </p>
            {done === '' ? (
              <span class="dim">{t('plans.public.noAnswer')}</span>
            ) : (
              <>
                <strong>{t('plans.public.answer')}</strong>
                <p lang={words.tag} dir={words.dir} class="said">
                  {done}
                </p>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function Views({ chrome, views, view }: PlanPublicPageProps) {
  const { t } = chrome.translator
  return (
    <nav aria-label={t('plans.public.views')}>
      <ul class="lang">
        {views.map((one) => (
          <li>
            <a href={one.href} aria-current={one.view === view ? 'page' : undefined}>
              {t(`plans.public.by.${one.view}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Groups(props: PlanPublicPageProps) {
  const { chrome, groups, measures, view, fullHref } = props
  const find = (ids: readonly string[]) => ids.flatMap((id) => measures.find((one) => one.id === id) ?? [])
  return (
    <>
      {groups.map(({ name, href, measures: ids }) => (
        <section>
          <h2>{href === undefined ? name : <a href={href}>{name}</a>}</h2>
          {view === 'p' ? (
            find(ids).map((one) => <MeasureDetails chrome={chrome} measure={one} />)
          ) : (
            <ul>
              {find(ids).map(({ id, title, words, state }) => (
                <li>
                  <a href={`${fullHref}#m-${id}`} lang={words.tag} dir={words.dir}>
                    {title}
                  </a>{' '}
                  <StateWord translator={chrome.translator} state={state} />
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  )
}

/** Reporting is a promise, not a test. */
function Report({ chrome: { translator }, report }: PlanPublicPageProps) {
  const { t } = translator
  if (!report) return null
  if (report.givenOn === undefined) return <p>{t('plans.public.noReport')}</p>
  return (
    <p>
      <a href={report.href}>{t('plans.public.report', { on: longDate(translator, report.givenOn) })}</a>
    </p>
  )
}

/** Its own past, to be compared with. */
function Reports({ chrome: { translator }, reports }: PlanPublicPageProps) {
  const { t } = translator
  if (reports.length === 0) return null
  return (
    <>
      <h2>{t('plans.public.reports')}</h2>
      <ul>
        {reports.map(({ cycle, on, href }) => (
          <li>
            <a href={href}>{t('plans.public.reportOf', { number: `${cycle}`, on: longDate(translator, on) })}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

function Foot({ chrome, version, publishedOn, changesHref, others }: PlanPublicPageProps) {
  const { translator } = chrome
  const { t } = translator
  return (
    <>
      <p class="dim">
        {t('plans.public.version', { version, on: longDate(translator, publishedOn) })}{' '}
        <a href={changesHref}>{t('plans.public.changes')}</a>
      </p>
      {others.length > 0 && (
        <>
          <h2>{t('plans.public.others')}</h2>
          <ul>
            {others.map(({ href, starts, ends }) => (
              <li>
                <a href={href}>
                  {t('plans.period', { from: longDate(translator, starts), to: longDate(translator, ends) })}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** What a town has promised, what it did, what is late and why. Compared with nothing but itself. */
export function planPublicPage(props: PlanPublicPageProps): string {
  const { chrome, town, townHref, facts, words, demonstration, states, version, newestHref } = props
  const { translator } = chrome
  const { t } = translator
  const period = t('plans.period', { from: longDate(translator, facts.starts), to: longDate(translator, facts.ends) })
  return renderDocument(
    <SitePage
      hasForm
      css={chrome.styles.register}
      chrome={chrome}
      title={t('plans.public.metaTitle', { town })}
      description={t('plans.public.description', { town })}
    >
      {demonstration && (
        <Notice kind="demonstration">
          <p>{t('plans.public.demonstration')}</p>
        </Notice>
      )}
      {newestHref !== undefined && (
        <Notice kind="information">
          <p>
            {t('plans.public.versionShown', { version, on: longDate(translator, props.publishedOn) })}{' '}
            <a href={newestHref}>{t('plans.public.newest')}</a>
          </p>
        </Notice>
      )}
      <p>
        <a href={townHref}>
          <bdi>{town}</bdi>
        </a>
      </p>
      <h1 lang={words.tag} dir={words.dir}>
        {facts.title}
      </h1>
      <p>
        {t('plans.public.intro')} {period}
      </p>
      {states.length > 0 && <States {...props} />}
      <Report {...props} />
      <About {...props} />
      <Heard {...props} />
      <Views {...props} />
      <Groups {...props} />
      <Reports {...props} />
      <Foot {...props} />
    </SitePage>,
  )
}
