/** What there is to do about delegations, in the office of a town, of the host, of the secretariat. */
import { urls } from '../../urls.ts'
import { readAuthority } from '../authorities/index.ts'
import type { OfficeLinksOf } from '../meetings/index.ts'

export const delegationsOfficeLinks: OfficeLinksOf = async (db, { year, host }, { t }, town) => {
  const own = town ? [{ text: t('delegation.register'), href: urls.delegation(town, year) }] : []
  if (host === null || (town && town.id !== host)) return own
  const place = town ?? (await readAuthority(db, host))
  if (!place) return own
  return [
    ...own,
    { text: t('delegation.registration', { year: `${year}` }), href: urls.hostRegistration(place, year) },
    // People themselves are the host's business alone.
    ...(town ? [{ text: t('delegation.participants'), href: urls.hostParticipants(place, year) }] : []),
  ]
}
