/** What pages of a meeting say of its programme, and where they lead. */
import type { Db, ReadDb } from '../../platform/db/tables.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { urls } from '../../urls.ts'
import type { Meeting, MeetingTown } from '../meetings/index.ts'
import { releasesOf } from './release-store.ts'

/** On the public page of a meeting; nothing while nothing was released. */
export async function programmeSection(db: ReadDb, { id, year }: Meeting, { t, language }: Translator) {
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

/** In the office of the host, and of the secretariat. @param host the town that receives the others. */
export async function programmeOfficeLinks(_db: Db, { year }: Meeting, { t }: Translator, host: MeetingTown) {
  return [{ text: t('programme.keep'), href: urls.hostProgramme(host, year) }]
}
