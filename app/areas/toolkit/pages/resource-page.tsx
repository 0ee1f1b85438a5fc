import { Notice } from '../../../ui/components/notice/notice.tsx'
import { OutsideLink } from '../../../ui/components/outside-link/outside-link.tsx'
import type { WrittenIn } from '../../../ui/written-in.ts'
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
  /** Undefined: the original is read. */
  readonly translation:
    | {
        readonly machine: boolean
        readonly original: string
        readonly originalHref: string
        readonly words: WrittenIn
      }
    | undefined
  /** In the original, since the translation was made. */
  readonly changes: readonly TextChange[]
  readonly safeguarding: boolean
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly articles: readonly { readonly number: number; readonly href: string }[]
  readonly languages: readonly {
    readonly name: string
    readonly lang: string
    readonly href: string
    readonly current: boolean
    readonly original: boolean
  }[]
  readonly wanted: {
    readonly action: string
    readonly languages: readonly { readonly value: string; readonly name: string }[]
    readonly chosen: string | undefined
    /** The language that was just asked for. */
    readonly asked: string | undefined
  }
  readonly paperHref: string | undefined
  readonly toolkitHref: string
  readonly date: string
  /** What everybody should know of all texts here. */
  readonly noted: string
}

function Languages({ chrome, languages }: ResourcePageProps) {
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

function Lines({ lines, words }: { readonly lines: readonly string[]; readonly words: WrittenIn }) {
  return (
    <blockquote lang={words.lang} dir={words.dir}>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
    </blockquote>
  )
}

function Translated({ chrome, translation, changes }: ResourcePageProps) {
  const { t } = chrome.translator
  if (!translation) return null
  const { machine, original, originalHref, words } = translation
  return (
    <div data-origin={machine ? 'machine' : 'person'}>
      <Notice kind={machine ? 'machine-made' : 'information'}>
        <p>
          {t('toolkit.translatedFrom', { language: original })} {machine && `${t('practices.translation.machine')} `}
          <a href={originalHref}>{t('practices.read.toOriginal')}</a>
        </p>
      </Notice>
      {changes.length > 0 && (
        <Notice kind="alert">
          <p>{t('toolkit.older')}</p>
          <details>
            <summary>{t('practices.translation.what')}</summary>
            {changes.map(({ before, now }) => (
              <>
                {before.length > 0 && (
                  <>
                    <p class="dim">{t('practices.before')}</p>
                    <Lines lines={before} words={words} />
                  </>
                )}
                {now.length > 0 && (
                  <>
                    <p class="dim">{t('practices.now')}</p>
                    <Lines lines={now} words={words} />
                  </>
                )}
              </>
            ))}
          </details>
        </Notice>
      )}
    </div>
  )
}

function Facts({ chrome, facts, articles, sources }: ResourcePageProps) {
  const { t } = chrome.translator
  return (
    <>
      {sources.length > 0 && (
        <>
          <h2>{t('toolkit.sources')}</h2>
          <ul>
            {sources.map((link) => (
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
        <ul class="lang">
          {articles.map(({ number, href }) => (
            <li>
              <a href={href}>{t('lanzarote.article.metaTitle', { number })}</a>
            </li>
          ))}
        </ul>
      )}
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
        <Languages {...props} />
        <h1 lang={words.lang} dir={words.dir}>
          {title}
        </h1>
        <p lang={words.lang} dir={words.dir}>
          {summary}
        </p>
        <Translated {...props} />
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
        {paperHref !== undefined && (
          <p>
            <a href={paperHref}>{t('toolkit.paper.link')}</a>
          </p>
        )}
        <Facts {...props} />
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
