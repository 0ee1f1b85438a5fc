import type { Content } from '../../../ui/content.ts'
import { renderDocument } from '../../../ui/layout/document.ts'
import type { Chrome } from '../chrome.ts'
import { FindTown, type FindTownProps } from './find-town.tsx'
import { SitePage } from './site-page.tsx'

export interface HomePageProps {
  readonly chrome: Chrome
  readonly find: FindTownProps
  readonly searchHref: string
  readonly pactHref: string
  readonly eventsHref: string
  readonly meetingsHref: string
  readonly toolkitHref: string
  readonly mapHref: string
  readonly guides: readonly { readonly href: string; readonly title: string }[]
  /** Who has signed the Pact; undefined where nobody has. */
  readonly signed: Content | undefined
  readonly partners: {
    readonly towns: number
    readonly countries: readonly { readonly href: string; readonly name: string }[]
    readonly demonstration: boolean
  }
}

/** Find your town, the guides, what the Pact is and who takes part. */
export function homePage({
  chrome,
  find,
  searchHref,
  pactHref,
  eventsHref,
  meetingsHref,
  toolkitHref,
  mapHref,
  guides,
  signed,
  partners,
}: HomePageProps): string {
  const { t } = chrome.translator
  return renderDocument(
    <SitePage
      hasForm
      chrome={chrome}
      title={t('home.metaTitle')}
      description={t('home.title')}
      picture={chrome.picture}
    >
      <h1>{t('home.title')}</h1>
      <p>{t('home.intro')}</p>
      <FindTown {...find} />
      <p>
        <a href={searchHref}>{t('search.link')}</a>
      </p>
      <h2>{t('page.guides')}</h2>
      <ul class="links">
        {guides.map(({ href, title }) => (
          <li>
            <a href={href}>{title}</a>
          </li>
        ))}
      </ul>
      <h2>{t('home.pact.title')}</h2>
      <p>{t('home.pact.text')}</p>
      <p>
        <a href={pactHref}>{t('pact.title')}</a>
      </p>
      <p>
        <a href={eventsHref}>{t('events.link')}</a>
      </p>
      <p>
        <a href={meetingsHref}>{t('meeting.title')}</a>
      </p>
      <p>
        <a href={toolkitHref}>{t('toolkit.title')}</a>
      </p>
      <h2>{t('home.part.title')}</h2>
      {signed}
      <p>{t('home.part.count', { towns: partners.towns, countries: partners.countries.length })}</p>
      <p>
        <a href={mapHref}>{t('map.title')}</a>
      </p>
      {partners.demonstration && <p>{t('home.part.demonstration')}</p>}
      {partners.countries.length > 0 && (
        <ul class="links">
          {partners.countries.map(({ href, name }) => (
            <li>
              <a href={href}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </SitePage>,
  )
}
