import { Notice } from '../../../ui/components/notice/notice.tsx'
import { createKeptMarkup } from '../../../ui/kept-markup.ts'
import { renderCompactDocument } from '../../../ui/layout/document.ts'
import { urls } from '../../../urls.ts'
import type { Chrome } from '../chrome.ts'
import type { ServiceView } from '../present-service.ts'
import type { KindView, TownView } from '../present-town.ts'
import type { Reader } from '../reader.ts'
import { ServiceCard, type ServiceCardProps } from './service-card.tsx'
import { SitePage } from './site-page.tsx'
import { Text } from './text.tsx'

export interface TownPageProps {
  readonly chrome: Chrome
  readonly reader: Reader
  readonly town: TownView
  readonly place: { readonly country: string; readonly slug: string }
  readonly guides: readonly { readonly href: string; readonly title: string }[]
  readonly jsonLd: object | undefined
  /** Shown to an officer before it is published. */
  readonly preview: boolean
}

function Answer({ reader, kind }: { reader: Reader; kind: KindView }) {
  const { t } = reader.translator
  const { answer, status } = kind
  if (!answer) return null
  const bare = status === 'available' && kind.services.length + kind.alsoHere.length > 0
  return (
    <>
      {!(bare && !answer.note) && (
        <p>
          {!bare && <strong>{answer.words}</strong>}
          {!bare && answer.note && ': '}
          {answer.note && <Text reader={reader} value={answer.note} />}
        </p>
      )}
      {answer.deadEnd && (
        <p>
          {t('answer.instead')} <a href="#help-now">{t('answer.instead.link')}</a>
        </p>
      )}
      {!bare && <p class="dim">{answer.given}</p>}
    </>
  )
}

/** Views are kept while they are true: their markup need not be made twice. */
const keptCard = createKeptMarkup<ServiceView, string | undefined>()

function KeptCard(props: ServiceCardProps) {
  return keptCard(props.service, props.languageTold, () => <ServiceCard {...props} />)
}

function Kind({ props, kind }: { props: TownPageProps; kind: KindView }) {
  const { reader, place } = props
  const { t, language } = reader.translator
  const href = (id: string) => urls.service(language, place, id)
  return (
    <section data-answer={kind.status ?? 'none'}>
      <h3>{kind.title}</h3>
      <Answer reader={reader} kind={kind} />
      {kind.services.map((service) => (
        <KeptCard reader={reader} service={service} href={href(service.id)} languageTold={props.town.foreignLanguage} />
      ))}
      {kind.alsoHere.length > 0 && (
        <p>
          {t('service.alsoHere')}{' '}
          {kind.alsoHere.map(({ id, name }, index) => (
            <>
              {index > 0 && ' · '}
              <a href={href(id)}>
                <Text reader={reader} value={name} />
              </a>
            </>
          ))}
        </p>
      )}
    </section>
  )
}

function Notices({ chrome, reader, town, preview }: TownPageProps) {
  const { t } = chrome.translator
  const nothing = town.services.length === 0
  return (
    <>
      {preview && (
        <Notice kind="alert">
          <p>{t('page.preview')}</p>
        </Notice>
      )}
      {town.demonstration && (
        <Notice kind="demonstration">
          <p>{t('page.demonstration')}</p>
        </Notice>
      )}
      {town.inherited && <p>{town.inherited}</p>}
      {town.foreignLanguage && (
        <p class="dim">{t('page.servicesIn', { language: reader.languageName(town.foreignLanguage) })}</p>
      )}
      {!town.lookedAfter && (
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

/** The help page of a town: what somebody frightened needs first, then by need, then what the town itself does. */
export function townPage(props: TownPageProps): string {
  const { chrome, reader, town, guides, jsonLd, preview } = props
  const { t } = chrome.translator
  return renderCompactDocument(
    <SitePage
      chrome={chrome}
      title={t('page.metaTitle', { town: town.name })}
      description={t('page.title', { town: town.name })}
      robots={town.lookedAfter && !preview ? undefined : 'noindex'}
      jsonLd={jsonLd}
      lines={town.published ? [town.published] : []}
    >
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
          {guides.map(({ href, title }) => (
            <li>
              <a href={href}>{title}</a>
            </li>
          ))}
        </ul>
      </section>
      {town.duties.length > 0 && (
        <section class="need">
          <h2>{t('page.duties')}</h2>
          <p>{t('page.duties.about')}</p>
          {town.duties.map((kind) => (
            <Kind props={props} kind={kind} />
          ))}
        </section>
      )}
    </SitePage>,
  )
}
