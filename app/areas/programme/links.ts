/** What pages of a meeting say of its programme, and where they lead. */
import { urls } from '../../urls.ts'
import { readAuthority } from '../authorities/index.ts'
import type { OfficeLinksOf, SectionsOf } from '../meetings/index.ts'
import { releasesOf } from './release-store.ts'

/** On the public page of a meeting; nothing while nothing was released. */
export const programmeSection: SectionsOf = async (db, { id, year }, { t, language }) => {
  const [newest] = await releasesOf(db, id)
  if (!newest) return []
  return [
    {
      ...{ id: 'programme', title: t('programme.word') },
      lines: [
        { text: t('programme.title', { year: `${year}` }), href: urls.programme(language, year) },
        { text: t('programme.calendar'), href: urls.programmeCalendar(language, year) },
      ],
    },
  ]
}

/** In the office of the host, and of the secretariat as soon as there is a host. */
export const programmeOfficeLinks: OfficeLinksOf = async (db, { year, host }, { t }, town) => {
  if (host === null || (town && town.id !== host)) return []
  const place = town ?? (await readAuthority(db, host))
  return place ? [{ text: t('programme.keep'), href: urls.hostProgramme(place, year) }] : []
}
