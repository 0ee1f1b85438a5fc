import type { PointsMap } from '../../../platform/map/points.ts'
import { urls } from '../../../urls.ts'
import type { Standing } from '../counts-rules.ts'
import { MapCode } from './map-code.tsx'
import { MapFigure } from './map-figure.tsx'
import { type FrameProps, registerDocument } from './register-frame.tsx'

export interface CountryRow extends Standing {
  readonly name: string
  /** Its list, and its part of the map; undefined where it has no place on it. */
  readonly listHref: string
  readonly mapHref: string
}

export interface MapPageProps extends Omit<FrameProps, 'children' | 'section' | 'description' | 'moreScript'> {
  /** The whole, as a sentence; undefined where nobody stands by a signature. */
  readonly counts: string | undefined
  readonly map: PointsMap | undefined
  readonly mapTitle: string
  readonly rows: readonly CountryRow[]
  /** Back to all of Europe; undefined there. */
  readonly wholeHref: string | undefined
  /** For websites of others. */
  readonly code: string
}

function Table({ chrome, rows }: Pick<MapPageProps, 'chrome' | 'rows'>) {
  const { t } = chrome.translator
  return (
    // A table may be wider than a phone: it scrolls by itself, by keyboard too.
    <section class="wide" aria-label={t('register.map.table')} {...{ tabindex: 0 }}>
      <table>
        <caption>{t('register.map.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('register.column.country')}</th>
            <th scope="col">{t('register.column.towns')}</th>
            <th scope="col">{t('register.column.areas')}</th>
            <th scope="col">{t('register.column.others')}</th>
            <th scope="col">{t('register.column.people')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, listHref, mapHref, towns, areas, others, people, known }) => (
            <tr>
              <th scope="row">
                <a href={listHref}>{name}</a> <br />
                <a href={mapHref}>
                  {t('register.map.closerLink')}
                  <span class="vh">: {name}</span>
                </a>
              </th>
              <td>{t('register.count', { count: towns })}</td>
              <td>{t('register.count', { count: areas })}</td>
              <td>{t('register.count', { count: others })}</td>
              <td>
                {known > 0 ? t('register.count', { count: people }) : t('register.people.unknown')}
                {known > 0 && known < towns && (
                  <>
                    {' '}
                    <br />
                    <span class="dim">{t('register.people.known', { known, towns })}</span>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Where they are, and how many in each country, in the order of the alphabet: resources differ, nobody is ranked. */
export function mapPage(props: MapPageProps): string {
  const { chrome, counts, map, mapTitle, rows, wholeHref, code } = props
  const { t } = chrome.translator
  return registerDocument({
    ...props,
    section: 'map',
    moreScript: map && urls.script('zoom-map'),
    children: (
      <>
        {counts ? <p>{counts}</p> : <p>{t('register.nobody')}</p>}
        {wholeHref && (
          <p>
            <a href={wholeHref}>{t('register.map.whole')}</a>
          </p>
        )}
        {map && <MapFigure translator={chrome.translator} map={map} title={mapTitle} zoom />}
        {map && <MapCode translator={chrome.translator} code={code} />}
        {rows.length > 0 && <Table chrome={chrome} rows={rows} />}
        <p class="dim">{t('register.people.about')}</p>
        <p class="dim">{t('register.noRanking')}</p>
      </>
    ),
  })
}
