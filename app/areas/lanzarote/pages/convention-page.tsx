import { longDate } from '../../../ui/dates.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import { SitePage } from '../../help-pages/index.ts'
import { ReadingNotices, type ReadingNoticesProps } from './reading-notices.tsx'

export interface ConventionPageProps extends ReadingNoticesProps {
  readonly convention: ReadingNoticesProps['convention'] & {
    /** ISO days. */
    readonly openedForSignature: string
    readonly inForceFrom: string
  }
  readonly ps: readonly {
    readonly p: 'prevention' | 'protection' | 'prosecution' | 'participation'
    readonly articles: readonly { readonly number: number; readonly href: string }[]
  }[]
  /** Titles are of the reading, in its language. */
  readonly articles: readonly { readonly number: number; readonly title: string; readonly href: string }[]
  readonly pactHref: string
}

function ByP({ chrome: { translator }, ps }: ConventionPageProps) {
  const { t } = translator
  return (
    <>
      <h2>{t('lanzarote.byP')}</h2>
      {ps.map(({ p, articles }) => (
        <>
          <h3>{t(`pact.ps.${p}`)}</h3>
          <p>{t(`pact.ps.${p}.text`)}</p>
          <ul class="tags" aria-label={t('lanzarote.byP.list', { p: t(`pact.ps.${p}`) })}>
            {articles.map(({ number, href }) => (
              <li>
                <a href={href}>{t('lanzarote.number', { number })}</a>
              </li>
            ))}
          </ul>
        </>
      ))}
      <p>{t('pact.ps.note')}</p>
    </>
  )
}

/** The Convention: what it is, its articles by the four Ps and by number. */
export function conventionPage(props: ConventionPageProps): string {
  const { chrome, convention, readings, articles, pactHref } = props
  const { translator } = chrome
  const { t } = translator
  const words = { lang: readings.instead && readings.tag, dir: readings.instead && readings.dir }
  return renderDocument(
    <SitePage
      chrome={chrome}
      title={t('lanzarote.metaTitle')}
      description={t('lanzarote.title')}
      picture={chrome.picture}
    >
      <div class="prose">
        <h1>{t('lanzarote.title')}</h1>
        <p>
          {t('lanzarote.intro', {
            opened: longDate(translator, convention.openedForSignature),
            inForce: longDate(translator, convention.inForceFrom),
          })}
        </p>
        <p>
          {t('lanzarote.pact')} <a href={pactHref}>{t('pact.title')}</a>
        </p>
        <ReadingNotices {...props} />
        <h2>{t('lanzarote.byNumber')}</h2>
        <ul>
          {articles.map(({ number, title, href }) => (
            <li>
              <a href={href}>
                {t('lanzarote.heading', { number })} <bdi {...words}>{title}</bdi>
              </a>
            </li>
          ))}
        </ul>
        <ByP {...props} />
      </div>
    </SitePage>,
  )
}
