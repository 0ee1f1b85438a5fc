import { Notice } from '../../../ui/components/notice/notice.tsx'
import { renderCompactDocument } from '../../../ui/layout/document.ts'
import { urls } from '../../../urls.ts'
import type { Chrome } from '../chrome.ts'
import type { KindView, TownView } from '../present-town.ts'
import type { Reader } from '../reader.ts'
import { AlsoHere, Answer, Cards, ForeignLanguage, type KeptCards, TownNotices } from './kind.tsx'
import { SitePage } from './site-page.tsx'
import { Text } from './text.tsx'

export interface TownPageProps {
  readonly chrome: Chrome
  readonly reader: Reader
  readonly town: TownView
  readonly place: { readonly country: string; readonly slug: string }
  readonly childrenHref: string
  readonly guides: readonly { readonly href: string; readonly title: string }[]
  /** Undefined where it has published none, and in a copy. */
  readonly planHref?: string | undefined
  readonly jsonLd: object | undefined
  /** Absolute address; undefined where the page is not to be found. */
  readonly picture?: string | undefined
  /** Where all services of a kind stand. */
  readonly kindHref: (kind: string) => string
  /** Shown to an officer before it is published. */
  readonly preview: boolean
  /** Of a copy: where its cards are kept. */
  readonly cards?: KeptCards
  /** Of a copy: how old it is and how long it is good for, and where the page itself is. */
  readonly age?: { readonly texts: readonly string[]; readonly live: { readonly href: string; readonly text: string } }
}

/** On top and at the end of a copy. */
function Age({ texts, live }: NonNullable<TownPageProps['age']>) {
  return (
    <>
      {texts.join(' ')} <a href={live.href}>{live.text}</a>
    </>
  )
}

/** The kind that a published plan answers. */
const planKind = 'local-action-plan-data'

/** @param href what the kind as a whole leads to. */
function Kind({ props, kind, href }: { props: TownPageProps; kind: KindView; href?: string | undefined }) {
  const { reader, place, kindHref, town, cards } = props
  const one = { reader, place, kind, foreignLanguage: town.foreignLanguage, cards }
  return (
    <section data-answer={kind.status ?? 'none'}>
      <h3>{href === undefined ? kind.title : <a href={href}>{kind.title}</a>}</h3>
      <Answer {...one} />
      <Cards {...one} />
      <AlsoHere {...one} />
      {kind.all !== undefined && (
        <p>
          <a href={kindHref(kind.id)}>{reader.translator.t('page.kind.all', { count: kind.all, kind: kind.title })}</a>
        </p>
      )}
    </section>
  )
}

/** Where to go on from a town that has become several, or that some have left. */
function Parts({ reader, parts }: { reader: Reader; parts: NonNullable<TownView['parts']> }) {
  const { language } = reader.translator
  return (
    <nav aria-labelledby="parts">
      <p id="parts">
        <strong>{parts.text}</strong>
      </p>
      <ul class="links">
        {parts.towns.map((town) => (
          <li>
            <a href={urls.town(language, town)}>{town.names[language] ?? town.name}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Notices({ chrome, reader, town, preview, age }: TownPageProps) {
  const { t } = chrome.translator
  const nothing = town.services.length === 0
  return (
    <>
      {age && (
        <Notice kind="information">
          <p>
            <Age {...age} />
          </p>
        </Notice>
      )}
      <TownNotices reader={reader} demonstration={town.demonstration} preview={preview} />
      {town.parts && <Parts reader={reader} parts={town.parts} />}
      {town.inherited.map((text) => (
        <p>{text}</p>
      ))}
      <ForeignLanguage reader={reader} language={town.foreignLanguage} />
      {!(town.lookedAfter || town.ended) && (
        <Notice kind="not-looked-after">
          <p>{t(nothing ? 'page.notLookedAfter.nothing' : 'page.notLookedAfter')}</p>
        </Notice>
      )}
    </>
  )
}

function Contents({ town, translator }: { town: TownView; translator: Chrome['translator'] }) {
  if (town.needs.length === 0) return null
  return (
    <nav aria-labelledby="needs">
      <h2 id="needs">{translator.t('page.needs')}</h2>
      <ul class="links">
        {town.needs.map(({ id, title }) => (
          <li>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** What the town itself does; its action plan, where it has published one, under the kind that says so. */
function Duties(props: TownPageProps) {
  const { chrome, town, planHref } = props
  const { t } = chrome.translator
  if (town.duties.length === 0 && planHref === undefined) return null
  return (
    <section class="need">
      <h2>{t('page.duties')}</h2>
      <p>{t('page.duties.about')}</p>
      {town.duties.map((kind) => (
        <Kind props={props} kind={kind} href={kind.id === planKind ? planHref : undefined} />
      ))}
      {planHref !== undefined && !town.duties.some(({ id }) => id === planKind) && (
        <h3>
          <a href={planHref}>{t('register.entry.plan')}</a>
        </h3>
      )}
    </section>
  )
}

/** The page between its help numbers and its foot. */
export function TownContent(props: TownPageProps) {
  const { chrome, reader, town, childrenHref, guides } = props
  const { t } = chrome.translator
  return (
    <>
      <h1>{t('page.title', { town: town.name })}</h1>
      <Notices {...props} />
      {town.introduction && (
        <p>
          <Text reader={reader} value={town.introduction} />
        </p>
      )}
      <Contents town={town} translator={chrome.translator} />
      {town.needs.map(({ id, title, about, kinds }) => (
        <section class="need">
          <h2 id={id}>{title}</h2>
          {about && <p>{about}</p>}
          {kinds.map((kind) => (
            <Kind props={props} kind={kind} />
          ))}
        </section>
      ))}
      <section class="need">
        <h2>{t('page.guides')}</h2>
        <ul class="links">
          <li>
            <a href={childrenHref}>{t('children.link')}</a>
          </li>
          {guides.map(({ href, title }) => (
            <li>
              <a href={href}>{title}</a>
            </li>
          ))}
        </ul>
      </section>
      <Duties {...props} />
    </>
  )
}

/** The help page of a town: what somebody frightened needs first, then by need, then what the town itself does. */
export function townPage(props: TownPageProps): string {
  const { chrome, town, jsonLd, picture, preview, age } = props
  const { t } = chrome.translator
  return renderCompactDocument(
    <SitePage
      chrome={chrome}
      title={t('page.metaTitle', { town: town.name })}
      description={t('page.title', { town: town.name })}
      robots={town.findable && !preview ? undefined : 'noindex'}
      jsonLd={jsonLd}
      picture={picture}
      lines={[town.published, age && <Age {...age} />].filter(Boolean)}
    >
      <TownContent {...props} />
    </SitePage>,
  )
}
