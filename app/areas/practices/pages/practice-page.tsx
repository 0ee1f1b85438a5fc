import { Notice } from '../../../ui/components/notice/notice.tsx'
import { OutsideLink } from '../../../ui/components/outside-link/outside-link.tsx'
import type { WrittenIn } from '../../../ui/written-in.ts'
import type { Chrome } from '../../help-pages/index.ts'
import type { Part } from '../practice-schema.ts'
import type { FactRow, SaidPart } from '../present-practice.ts'
import { libraryDocument } from './library-frame.tsx'

export interface PracticePageProps {
  readonly chrome: Chrome
  readonly demonstration: boolean
  readonly title: string
  readonly said: readonly SaidPart[]
  /** The language of the words that are read, and of the original. */
  readonly words: WrittenIn
  readonly original: WrittenIn
  readonly town: string
  readonly country: string
  readonly townHref: string
  readonly version: number
  readonly date: string
  /** Undefined: the original is read. */
  readonly translation:
    | {
        readonly machine: boolean
        readonly sentence: string
        readonly originalHref: string
        /** What has changed in the original since. */
        readonly changes: readonly { readonly part: Part; readonly before: string; readonly now: string }[]
      }
    | undefined
  readonly evidence: readonly string[]
  readonly facts: readonly FactRow[]
  readonly articles: readonly { readonly number: number; readonly href: string }[]
  readonly languages: readonly {
    readonly name: string
    readonly lang: string
    readonly href: string
    readonly current: boolean
    readonly original: boolean
  }[]
  readonly uses: readonly {
    readonly name: string
    readonly href: string
    readonly sentence: string
    readonly date: string
  }[]
  readonly paperHref: string
  readonly officeHref: string
  readonly libraryHref: string
}

function Languages({ chrome, languages }: PracticePageProps) {
  const { t } = chrome.translator
  if (languages.length === 1) return null
  return (
    <nav aria-label={t('practices.read.in')}>
      <ul class="lang">
        {languages.map(({ name, lang, href, current, original }) => (
          <li>
            <a href={href} aria-current={current ? 'page' : undefined}>
              <bdi lang={lang}>{name}</bdi>
            </a>
            {original && <span class="dim"> {t('practices.read.original')}</span>}
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Where the words come from, above them. */
function Translated({ chrome, translation, original }: PracticePageProps) {
  const { t } = chrome.translator
  if (!translation) return null
  const { machine, sentence, originalHref, changes } = translation
  return (
    <div data-origin={machine ? 'machine' : 'person'}>
      <Notice kind={machine ? 'machine-made' : 'information'}>
        <p>
          {sentence} {machine && `${t('practices.translation.machine')} `}
          <a href={originalHref}>{t('practices.read.toOriginal')}</a>
        </p>
      </Notice>
      {changes.length > 0 && (
        <Notice kind="alert">
          <p>{t('practices.translation.changed')}</p>
          <details>
            <summary>{t('practices.translation.what')}</summary>
            {changes.map(({ part, before, now }) => (
              <>
                <p>
                  <strong>{t(`practices.part.${part}`)}</strong>
                </p>
                <p class="dim">{t('practices.before')}</p>
                <blockquote lang={original.lang} dir={original.dir}>
                  <p>{before}</p>
                </blockquote>
                <p class="dim">{t('practices.now')}</p>
                <blockquote lang={original.lang} dir={original.dir}>
                  <p>{now}</p>
                </blockquote>
              </>
            ))}
          </details>
        </Notice>
      )}
    </div>
  )
}

function Words({ chrome, said, words }: PracticePageProps) {
  const { t } = chrome.translator
  return (
    <>
      {said.map(({ part, text }) => (
        <>
          {part !== 'summary' && <h2>{t(`practices.part.${part}`)}</h2>}
          {text.split(/\n{2,}/).map((paragraph) => (
            <p lang={words.lang} dir={words.dir}>
              {paragraph}
            </p>
          ))}
        </>
      ))}
    </>
  )
}

function Facts({ chrome, facts, articles, evidence }: PracticePageProps) {
  const { t } = chrome.translator
  return (
    <>
      {evidence.length > 0 && (
        <>
          <h2>{t('practices.fact.evidence')}</h2>
          <ul>
            {evidence.map((link) => (
              <li>
                <OutsideLink href={link}>
                  <bdi dir="ltr">{link}</bdi>
                </OutsideLink>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{t('practices.facts')}</h2>
      <dl>
        {facts.map(({ label, value }) => (
          <>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </>
        ))}
      </dl>
      {articles.length > 0 && (
        <>
          <h2>{t('practices.fact.articles')}</h2>
          <ul class="lang">
            {articles.map(({ number, href }) => (
              <li>
                <a href={href}>{t('lanzarote.article.metaTitle', { number })}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function Uses({ chrome, uses }: PracticePageProps) {
  const { t } = chrome.translator
  if (uses.length === 0) return null
  return (
    <>
      <h2>{t('practices.uses.title')}</h2>
      <ul class="list">
        {uses.map(({ name, href, sentence, date }) => (
          <li>
            <a href={href}>
              <bdi>{name}</bdi>
            </a>
            <p dir="auto">{sentence}</p>
            <p class="dim">{date}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

/** One practice of a town. */
export function practicePage(props: PracticePageProps): string {
  const { chrome, demonstration, title, words, town, country, townHref, version, date } = props
  const { t } = chrome.translator
  return libraryDocument({
    chrome,
    demonstration,
    children: (
      <>
        <Languages {...props} />
        <h1 lang={words.lang} dir={words.dir}>
          {title}
        </h1>
        <p>
          <a href={townHref}>
            <bdi>{town}</bdi>
          </a>
          , {country} · {t('practices.version', { version, date })}
        </p>
        <Translated {...props} />
        <Words {...props} />
        <Facts {...props} />
        <Uses {...props} />
        <h2>{t('practices.offices.title')}</h2>
        <p>{t('practices.offices.text')}</p>
        <ul class="lang">
          <li>
            <a href={props.officeHref}>{t('practices.offices.link')}</a>
          </li>
          <li>
            <a href={props.paperHref}>{t('practices.paper.link')}</a>
          </li>
          <li>
            <a href={props.libraryHref}>{t('practices.library.back')}</a>
          </li>
        </ul>
      </>
    ),
  })
}

/** It is not told any longer, and the address says so. */
export function withdrawnPage({
  chrome,
  date,
  libraryHref,
}: Pick<PracticePageProps, 'chrome' | 'date' | 'libraryHref'>): string {
  const { t } = chrome.translator
  return libraryDocument({
    chrome,
    demonstration: false,
    robots: 'noindex',
    children: (
      <>
        <h1>{t('practices.withdrawn.title')}</h1>
        <p>{t('practices.withdrawn.text', { date })}</p>
        <p>
          <a href={libraryHref}>{t('practices.library.back')}</a>
        </p>
      </>
    ),
  })
}
