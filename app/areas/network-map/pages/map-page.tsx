import { Notice } from '../../../ui/components/notice/notice.tsx'
import { renderDocument } from '../../../ui/layout/document.ts'
import { urls } from '../../../urls.ts'
import { type Chrome, SitePage } from '../../help-pages/index.ts'
import { RegisterStanding } from '../../register-pages/index.ts'
import { type DrawnLayer, type Layer, layers, markOf } from '../mark-rules.ts'

export interface CountryRow {
  readonly name: string
  readonly href: string
  readonly cells: readonly { readonly layer: Layer; readonly count: number; readonly href: string }[]
}

export interface NetworkMapPageProps {
  readonly chrome: Chrome
  /** Of the European Day. */
  readonly year: number
  /** The reference of the authorisation of the register; undefined: it is no official one. */
  readonly authorised: string | undefined
  /** Everything here is invented. */
  readonly demonstration: boolean
  readonly map: {
    readonly width: number
    readonly height: number
    /** `d` of paths. */
    readonly land: string
    readonly borders: string
    readonly layers: readonly (DrawnLayer & { readonly layer: Layer })[]
  }
  /** How many are not on it. */
  readonly missing: number
  readonly rows: readonly CountryRow[]
}

/** As `assets/styles/register.scss` draws them. */
const classes = { signatories: 'one', pages: 'ring', events: 'box' } as const satisfies Record<Layer, string>

function MapFigure({ chrome, map, missing, year }: NetworkMapPageProps) {
  const { t } = chrome.translator
  return (
    <figure class="map">
      <svg viewBox={`0 0 ${map.width} ${map.height}`} role="img" aria-labelledby="map-title map-text">
        <title id="map-title">{t('map.title')}</title>
        <desc id="map-text">{t('map.text')}</desc>
        <path class="land" d={map.land} />
        <path class="line" d={map.borders} />
        {map.layers.map(({ layer, path }) => path !== '' && <path class={classes[layer]} d={path} />)}
      </svg>
      <figcaption>
        <ul class="tags">
          {layers.map((layer) => (
            <li>
              <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                <path class={classes[layer]} d={markOf(layer)} />
              </svg>{' '}
              {t(`map.${layer}`, { year: `${year}` })}
            </li>
          ))}
        </ul>
        <p class="dim">{t('map.places')}</p>
        {missing > 0 && <p class="dim">{t('map.missing', { count: missing })}</p>}
        <p class="dim">{t('register.map.source')}</p>
      </figcaption>
    </figure>
  )
}

function Table({ chrome, rows, year }: NetworkMapPageProps) {
  const { t } = chrome.translator
  return (
    // A table may be wider than a phone: it scrolls by itself, by keyboard too.
    <section class="wide" aria-label={t('map.table')} {...{ tabindex: 0 }}>
      <table>
        <caption>{t('map.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('register.column.country')}</th>
            {layers.map((layer) => (
              <th scope="col">{t(`map.${layer}`, { year: `${year}` })}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, href, cells }) => (
            <tr>
              <th scope="row">
                <a href={href}>{name}</a>
              </th>
              {cells.map(({ layer, count, href: there }) => (
                <td>
                  {count === 0 ? (
                    t('register.count', { count })
                  ) : (
                    <a href={there}>
                      {t('register.count', { count })}
                      <span class="vh">
                        {' '}
                        {t(`map.${layer}`, { year: `${year}` })}: {name}
                      </span>
                    </a>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function networkMapPage(props: NetworkMapPageProps): string {
  const { chrome, authorised, demonstration, rows } = props
  const { t, language } = chrome.translator
  return renderDocument(
    <SitePage
      hasForm={false}
      css={chrome.styles.register}
      chrome={chrome}
      title={t('map.title')}
      description={t('map.text')}
      picture={chrome.picture}
    >
      {demonstration && (
        <Notice kind="demonstration">
          <p>{t('map.demonstration')}</p>
        </Notice>
      )}
      <h1>{t('map.title')}</h1>
      <p>{t('map.about')}</p>
      <RegisterStanding translator={chrome.translator} authorised={authorised} />
      <MapFigure {...props} />
      {rows.length > 0 ? <Table {...props} /> : <p>{t('map.nobody')}</p>}
      <p class="dim">{t('register.noRanking')}</p>
      <ul class="links">
        <li>
          <a href={urls.registerMap(language)}>{t('register.map.title')}</a>
        </li>
        <li>
          <a href={urls.eventsNow(language)}>{t('events.link')}</a>
        </li>
      </ul>
    </SitePage>,
  )
}
