import { Notice } from '../../../ui/components/notice/notice.tsx'
import { OutsideLink } from '../../../ui/components/outside-link/outside-link.tsx'
import { PieceFacts } from '../../../ui/library/piece-facts.tsx'
import { type PieceLanguage, PieceLanguages } from '../../../ui/library/piece-languages.tsx'
import { TranslatedFrom } from '../../../ui/library/translated-from.tsx'
import type { WrittenIn } from '../../../ui/written-in.ts'
import { urls } from '../../../urls.ts'
import type { Chrome } from '../../help-pages/index.ts'
import type { Block } from '../markdown.ts'
import type { TextChange } from '../text-changes.ts'
import { Markdown } from './markdown.tsx'
import { toolkitDocument } from './toolkit-frame.tsx'

export interface ResourcePageProps {
  readonly chrome: Chrome
  readonly title: string
  readonly summary: string
  /** The language of the words that are read. */
  readonly words: WrittenIn
  readonly blocks: readonly Block[]
  /** It leads elsewhere, and has no text here. */
  readonly link: string | null
  readonly sources: readonly string[]
  readonly origin: {
    readonly machine: boolean
    /** Where the words come from, and who has checked them. */
    readonly notes: readonly string[]
    /** Undefined: the original is read. */
    readonly originalHref: string | undefined
    /** The language of the original. */
    readonly words: WrittenIn
  }
  /** In the original, since the translation was made. */
  readonly changes: readonly TextChange[]
  readonly safeguarding: boolean
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly articles: readonly { readonly number: number; readonly href: string }[]
  readonly languages: readonly PieceLanguage[]
  readonly wanted: {
    readonly action: string
    readonly languages: readonly { readonly value: string; readonly name: string }[]
    readonly chosen: string | undefined
    /** The language that was just asked for. */
    readonly asked: string | undefined
  }
  readonly file: { readonly href: string; readonly words: string } | undefined
  readonly paperHref: string | undefined
  /** Where posters are that are printed as they are; undefined: it is none. */
  readonly posters: { readonly dayHref: string; readonly year: number } | undefined
  readonly toolkitHref: string
  readonly date: string
  /** What everybody should know of all texts here. */
  readonly noted: string
}

function Origin({ chrome, origin, changes }: ResourcePageProps) {
  const { translator } = chrome
  const { machine, notes, originalHref, words } = origin
  if (notes.length === 0 && originalHref === undefined) return null
  const [sentence, older] = [notes.join(' '), translator.t('toolkit.older')]
  return <TranslatedFrom {...{ translator, machine, sentence, originalHref, older, changes, original: words }} />
}

/** They are made for a town, or for the day; also with what a print shop needs. */
function Posters({ chrome, posters }: ResourcePageProps) {
  const { t } = chrome.translator
  if (!posters) return null
  return (
    <>
      <h2>{t('toolkit.posters.title')}</h2>
      <p>
        {t('toolkit.posters.town')} <a href={urls.office()}>{t('toolkit.posters.office')}</a>
      </p>
      <p>
        <a href={posters.dayHref}>{t('toolkit.posters.day', { year: `${posters.year}` })}</a>
      </p>
    </>
  )
}

/** Asking makes nobody known: a language is counted, nothing else. */
function Wanted({ chrome, wanted }: ResourcePageProps) {
  const { t } = chrome.translator
  if (wanted.languages.length === 0) return null
  return (
    <>
      <h2 id="wanted">{t('toolkit.wanted.title')}</h2>
      {wanted.asked !== undefined && (
        <Notice kind="information">
          <p>{t('toolkit.wanted.done', { language: wanted.asked })}</p>
        </Notice>
      )}
      <p>{t('toolkit.wanted.about')}</p>
      <form method="post" action={wanted.action}>
        <p class="field">
          <label for="wanted-language">{t('toolkit.wanted.label')}</label>
          <select id="wanted-language" name="language">
            {wanted.languages.map(({ value, name }) => (
              <option value={value} selected={value === wanted.chosen}>
                {name}
              </option>
            ))}
          </select>
        </p>
        <p>
          <button type="submit">{t('toolkit.wanted.submit')}</button>
        </p>
      </form>
    </>
  )
}

export function resourcePage(props: ResourcePageProps): string {
  const { chrome, title, summary, words, blocks, link, safeguarding, paperHref, toolkitHref, date, noted } = props
  const { t } = chrome.translator
  return toolkitDocument({
    chrome,
    hasForm: props.wanted.languages.length > 0,
    children: (
      <>
        <PieceLanguages translator={chrome.translator} languages={props.languages} />
        <h1 lang={words.lang} dir={words.dir}>
          {title}
        </h1>
        <p lang={words.lang} dir={words.dir}>
          {summary}
        </p>
        <Origin {...props} />
        {safeguarding && (
          <Notice kind="alert">
            <p>{t('toolkit.safeguarding')}</p>
          </Notice>
        )}
        {link !== null && (
          <p>
            <OutsideLink href={link}>
              {t('toolkit.open')} <bdi dir="ltr">{new URL(link).hostname}</bdi>
            </OutsideLink>
          </p>
        )}
        <div lang={words.lang} dir={words.dir}>
          <Markdown blocks={blocks} />
        </div>
        {props.file && (
          <p>
            <a href={props.file.href} lang={words.lang} dir={words.dir}>
              {title}
            </a>{' '}
            <bdi>{t('toolkit.file.download', { words: props.file.words })}</bdi>
          </p>
        )}
        {paperHref !== undefined && (
          <p>
            <a href={paperHref}>{t('toolkit.paper.link')}</a>
          </p>
        )}
        <Posters {...props} />
        <PieceFacts
          translator={chrome.translator}
          linksTitle={t('toolkit.sources')}
          links={props.sources}
          facts={props.facts}
          articles={props.articles}
        />
        <p class="dim">
          {noted} {date}
        </p>
        <Wanted {...props} />
        <p>
          <a href={toolkitHref}>{t('toolkit.back')}</a>
        </p>
      </>
    ),
  })
}
