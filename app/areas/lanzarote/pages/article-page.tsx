import { renderDocument } from '../../../ui/layout/document.ts'
import { inSentence } from '../../../ui/lists.ts'
import { SitePage } from '../../help-pages/index.ts'
import { ReadingNotices, type ReadingNoticesProps } from './reading-notices.tsx'

/** One sort of what towns do about an article: services, practices; measures are another, once there are some. */
export interface DoneView {
  readonly about: string
  readonly items: readonly {
    readonly name: string
    readonly facts: readonly string[]
    /** Where it stands; undefined: it has no page of its own. */
    readonly href?: string
    /** Where the name is not in the language of the page. */
    readonly words?: { readonly lang: string; readonly dir: 'ltr' | 'rtl' }
  }[]
  readonly note: string
  /** Where one finds them. */
  readonly find: { readonly href: string; readonly text: string }
}

interface LinkedArticle {
  readonly number: number
  readonly title: string
  readonly href: string
}

export interface ArticlePageProps extends ReadingNoticesProps {
  readonly number: number
  readonly ps: readonly ('prevention' | 'protection' | 'prosecution' | 'participation')[]
  /** What there is none of is not there at all. */
  readonly done: readonly DoneView[]
  readonly before: LinkedArticle | undefined
  readonly after: LinkedArticle | undefined
  readonly conventionHref: string
}

/** Marks our reading where it is in another language than the page. */
function wordsOf({ instead, tag, dir }: ReadingNoticesProps['readings']) {
  return { lang: instead && tag, dir: instead && dir }
}

function Said({ chrome: { translator }, number, readings }: ArticlePageProps) {
  const { t } = translator
  const { says, town } = readings.of(number)
  const words = wordsOf(readings)
  return (
    <>
      <h2>{t('lanzarote.says')}</h2>
      <ul {...words}>
        {says.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
      {town && (
        <>
          <h2>{t('lanzarote.inTown')}</h2>
          {town.map((one) => (
            <p {...words}>{one}</p>
          ))}
        </>
      )}
    </>
  )
}

function Done({ chrome: { translator }, done }: ArticlePageProps) {
  if (done.length === 0) return null
  return (
    <>
      <h2>{translator.t('lanzarote.done')}</h2>
      {done.map(({ about, items, note, find }) => (
        <>
          <p>{about}</p>
          <ul>
            {items.map(({ name, facts, href, words }) => (
              <li>
                {href === undefined ? (
                  name
                ) : (
                  <a href={href}>
                    <bdi {...words}>{name}</bdi>
                  </a>
                )}
                {facts.map((fact) => (
                  <>
                    <br />
                    <span class="dim">{fact}</span>
                  </>
                ))}
              </li>
            ))}
          </ul>
          <p>
            <a href={find.href}>{find.text}</a>
          </p>
          <p class="dim">{note}</p>
        </>
      ))}
    </>
  )
}

function Neighbours({ chrome: { translator }, readings, before, after, conventionHref }: ArticlePageProps) {
  const { t } = translator
  const words = wordsOf(readings)
  const link = (label: string, one: LinkedArticle | undefined) =>
    one && (
      <li>
        <a href={one.href}>
          <span class="dim">{label}</span>
          <br />
          {t('lanzarote.heading', { number: one.number })} <bdi {...words}>{one.title}</bdi>
        </a>
      </li>
    )
  return (
    <nav aria-label={t('lanzarote.neighbours')}>
      <ul class="links">
        {link(t('lanzarote.before'), before)}
        {link(t('lanzarote.after'), after)}
      </ul>
      <p>
        <a href={conventionHref}>{t('lanzarote.all')}</a>
      </p>
    </nav>
  )
}

/** One article of the Convention. */
export function articlePage(props: ArticlePageProps): string {
  const { chrome, number, ps, readings } = props
  const { t, tag } = chrome.translator
  const title = t('lanzarote.article.metaTitle', { number })
  return renderDocument(
    <SitePage chrome={chrome} title={title} description={t('lanzarote.title')} picture={chrome.picture}>
      <div class="prose">
        <h1>
          {t('lanzarote.heading', { number })} <bdi {...wordsOf(readings)}>{readings.of(number).title}</bdi>
        </h1>
        {ps.length > 0 && (
          <p>
            {t('lanzarote.ps', {
              ps: inSentence(
                tag,
                ps.map((p) => t(`pact.ps.${p}`)),
              ),
            })}
          </p>
        )}
        <ReadingNotices {...props} />
        <Said {...props} />
        <Done {...props} />
      </div>
      <Neighbours {...props} />
    </SitePage>,
  )
}
