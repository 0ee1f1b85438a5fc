/** What pages of a meeting say of its market, and where they lead. */
import { urls } from '../../urls.ts'
import { readAuthority } from '../authorities/index.ts'
import type { OfficeLinksOf, SectionsOf } from '../meetings/index.ts'
import { standsOf } from './stand-store.ts'

/** Nothing while nobody has offered anything. */
export const marketSection: SectionsOf = async (db, { id, year }, { t, language }) =>
  (await standsOf(db, id)).length === 0
    ? []
    : [
        {
          ...{ id: 'market', title: t('market.word') },
          lines: [{ text: t('market.title', { year: `${year}` }), href: urls.market(language, year) }],
        },
      ]

export const marketLinks: OfficeLinksOf = async (db, { year, host }, { t }, town) => {
  const own = town ? [{ text: t('market.offer', { year: `${year}` }), href: urls.townMarket(town, year) }] : []
  if (host === null || (town && town.id !== host)) return own
  const place = town ?? (await readAuthority(db, host))
  return place ? [...own, { text: t('market.stands', { year: `${year}` }), href: urls.hostMarket(place, year) }] : own
}
