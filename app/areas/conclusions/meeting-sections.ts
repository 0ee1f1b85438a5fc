/** What the pages of a meeting tell of its conclusions. */
import { urls } from '../../urls.ts'
import type { OfficeLinksOf, SectionsOf } from '../meetings/index.ts'
import { areShown, mayAmend } from './conclusion-rules.ts'
import { readSet } from './conclusion-store.ts'
import type { FirstSet } from './first-set-data.ts'
import { readPublished } from './item-store.ts'

export const createConclusionSections =
  (firstSet: FirstSet): SectionsOf =>
  async (db, meeting, { t, language }) => {
    const { year } = meeting
    const isFirst = year === firstSet.meeting
    const there = isFirst || (await readPublished(db, meeting.id)) !== undefined
    const line = { text: t('conclusion.title', { year: `${year}` }), href: urls.conclusions(language, year) }
    const at = { text: t('conclusion.at.title', { year: `${year}` }), href: urls.atMeeting(language, year) }
    return [{ id: 'conclusions', title: t('conclusion.public.heading'), lines: there ? [line, at] : [at] }]
  }

/** Of the secretariat, and of a town. */
export const conclusionLinks: OfficeLinksOf = async (db, meeting, { t }, town) => {
  const { year } = meeting
  const title = t('conclusion.title', { year: `${year}` })
  if (!town) {
    return [
      { text: title, href: urls.officeConclusions(year) },
      { text: t('conclusion.review.title'), href: urls.officeConclusionsReview(year) },
      { text: t('conclusion.tasks.title'), href: urls.tasks({ kind: 'secretariat' }) },
      { text: t('conclusion.question.title'), href: urls.officeMeetingQuestions(year) },
    ]
  }
  const stage = (await readSet(db, meeting.id))?.stage
  const tasks = { text: t('conclusion.tasks.title'), href: urls.tasks({ kind: 'authority', one: town }) }
  const isThere = stage !== undefined && (mayAmend(stage) || areShown(stage))
  const at = { text: t('conclusion.at.title', { year: `${year}` }), href: urls.townAtMeeting(town, year) }
  return isThere ? [{ text: title, href: urls.townConclusions(town, year) }, at, tasks] : [at, tasks]
}
