import { PieceFacts } from '../../../ui/library/piece-facts.tsx'
import { type PieceLanguage, PieceLanguages } from '../../../ui/library/piece-languages.tsx'
import { TranslatedFrom } from '../../../ui/library/translated-from.tsx'
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
  readonly languages: readonly PieceLanguage[]
  readonly uses: readonly {
    readonly name: string
    readonly href: string
    readonly sentence: string
    readonly date: string
  }[]
  /** In the plan of the town, the measure that it tells of. */
  readonly measureHref: string | undefined
  readonly paperHref: string
  readonly officeHref: string
  readonly libraryHref: string
}

const lines = (text: string) => (text === '' ? [] : [text])

function Translated({ chrome, translation, original }: PracticePageProps) {
  const { t } = chrome.translator
  if (!translation) return null
  const changes = translation.changes.map(({ part, before, now }) => ({
    ...{ part: t(`practices.part.${part}`), before: lines(before), now: lines(now) },
  }))
  const older = t('practices.translation.changed')
  const sentence = translation.machine
    ? `${translation.sentence} ${t('library.translation.machine')}`
    : translation.sentence
  return <TranslatedFrom {...translation} {...{ translator: chrome.translator, sentence, older, original, changes }} />
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
        <PieceLanguages translator={chrome.translator} languages={props.languages} />
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
        <PieceFacts
          translator={chrome.translator}
          linksTitle={t('practices.fact.evidence')}
          links={props.evidence}
          facts={props.facts}
          articles={props.articles}
        />
        {props.measureHref !== undefined && (
          <p>
            <a href={props.measureHref}>{t('practices.measure.link')}</a>
          </p>
        )}
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
