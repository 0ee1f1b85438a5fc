import { Notice } from '../../../../ui/components/notice/notice.tsx'
import { urls } from '../../../../urls.ts'
import type { TownSize } from '../../kit/kit-data.ts'
import { type EventsFrameProps, eventsDocument } from './events-frame.tsx'

export interface KitPageProps extends Omit<EventsFrameProps, 'children' | 'hasForm'> {
  readonly year: number
  readonly theme: { readonly text: string; readonly lang: string } | undefined
  /** Of the kit. */
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  /** The language of the page and the one that is shown in its place; undefined: they are the same. */
  readonly instead: { readonly missing: string; readonly shown: string } | undefined
  readonly reviewed: boolean
  /** Translated by machine, on a page that does not say so anyway. */
  readonly machine: boolean
  readonly tasks: readonly { readonly when: string; readonly text: string }[]
  readonly ideas: readonly {
    readonly size: TownSize
    /** As a number of the reader's language. */
    readonly people: string
    readonly ideas: readonly { readonly title: string; readonly text: string }[]
  }[]
  /** Of the toolkit. */
  readonly texts: readonly {
    readonly href: string
    readonly title: string
    readonly lang: string
    readonly dir: 'ltr' | 'rtl'
    /** The name of its language; empty where it is the reader's. */
    readonly language: string
  }[]
  /** All of them as one file. */
  readonly packageHref: string | undefined
  readonly posters: readonly { readonly href: string; readonly text: string }[]
}

function Notices({ chrome, instead, reviewed, machine }: KitPageProps) {
  const { t } = chrome.translator
  return (
    <>
      {!reviewed && (
        <Notice kind="information">
          <p>{t('events.kit.unchecked')}</p>
        </Notice>
      )}
      {machine && (
        <div data-origin="machine">
          <Notice kind="machine-made">
            <p>
              {t('events.kit.machine')}{' '}
              <a href={chrome.originalHref} hreflang="en">
                {t('page.machine.original', { language: chrome.originalName })}
              </a>
            </p>
          </Notice>
        </div>
      )}
      {instead && <p>{t('events.kit.notYet', instead)}</p>}
    </>
  )
}

/** What a town takes over: in the reader's language as far as somebody has written it there. */
function Texts({ chrome, texts, packageHref }: KitPageProps) {
  const { t, language } = chrome.translator
  if (packageHref === undefined) return null
  return (
    <>
      <h2>{t('events.kit.texts')}</h2>
      <p>{t('events.kit.texts.about')}</p>
      <ul class="links">
        {texts.map(({ href, title, lang, dir, language: other }) => (
          <li>
            <a href={href}>
              <bdi lang={lang} dir={dir}>
                {title}
              </bdi>
              {other !== '' && ` (${other})`}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href={packageHref}>{t('events.kit.texts.all')}</a>
      </p>
      <p>
        <a href={urls.toolkitLanguages(language)}>{t('toolkit.languages.title')}</a>
      </p>
    </>
  )
}

/** How a town prepares the day. */
export function kitPage(props: KitPageProps): string {
  const { chrome, year, theme, lang, dir, tasks, ideas, posters } = props
  const { t, language } = chrome.translator
  return eventsDocument({
    ...props,
    children: (
      <>
        <p>
          <a href={urls.events(language, year)}>{t('events.year.title', { year: `${year}` })}</a>
        </p>
        <h1>{t('events.kit.title', { year: `${year}` })}</h1>
        <p>{t('events.kit.about')}</p>
        {theme && (
          <p>
            {t('events.theme')} <bdi lang={theme.lang}>{theme.text}</bdi>
          </p>
        )}
        <Notices {...props} />
        <h2>{t('events.kit.tasks')}</h2>
        <ol>
          {tasks.map(({ when, text }) => (
            <li>
              <strong>{when}</strong>{' '}
              <span lang={lang} dir={dir}>
                {text}
              </span>
            </li>
          ))}
        </ol>
        <h2>{t('events.kit.ideas')}</h2>
        {ideas.map(({ size, people, ideas: here }) => (
          <>
            <h3>{t(`events.kit.size.${size}`, { people })}</h3>
            <dl lang={lang} dir={dir}>
              {here.map(({ title, text }) => (
                <>
                  <dt>{title}</dt>
                  <dd>{text}</dd>
                </>
              ))}
            </dl>
          </>
        ))}
        <Texts {...props} />
        <h2 id="posters">{t('events.poster.title')}</h2>
        <p>{t('events.poster.about')}</p>
        <p>
          {t('toolkit.posters.town')} <a href={urls.office()}>{t('toolkit.posters.office')}</a>
        </p>
        <ul class="links">
          {posters.map(({ href, text }) => (
            <li>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      </>
    ),
  })
}
