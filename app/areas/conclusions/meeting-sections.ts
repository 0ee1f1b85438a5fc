/** What the pages of a meeting tell of its conclusions. */
import type { Db } from '../../platform/db/tables.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { Town } from '../../urls/town-paths.ts'
import { urls } from '../../urls.ts'
import type { Meeting, OfficeLink, OfficeLinksOf, SectionsOf } from '../meetings/index.ts'
import { areShown, mayAmend } from './conclusion-rules.ts'
import { ownedBy, type Party, readSet } from './conclusion-store.ts'
import type { ConclusionsDeps } from './deps.ts'
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

/** A town or an association whose office looks. */
type Looking = { readonly kind: 'authority' | 'association'; readonly one: Town & { readonly id: string } }

const partyOf = ({ kind, one }: Looking): Party => ({ authority: null, association: null, [kind]: one.id })

/** To the draft, and to what is before the meeting: for whoever takes part. What is published is everybody's. */
export const createPartLinks =
  ({ tookPart }: Pick<ConclusionsDeps, 'tookPart'>) =>
  async (db: Db, meeting: Meeting, { t, language }: Translator, looking: Looking): Promise<OfficeLink[]> => {
    const { year } = meeting
    const text = t('conclusion.title', { year: `${year}` })
    const stage = (await readSet(db, meeting.id))?.stage
    if (!(await tookPart(db, meeting, partyOf(looking))))
      return stage === 'published' ? [{ text, href: urls.conclusions(language, year) }] : []
    const place = looking.kind === 'association' ? { association: looking.one } : looking.one
    const at = { text: t('conclusion.at.title', { year: `${year}` }), href: urls.partyAtMeeting(place, year) }
    const isThere = stage !== undefined && (mayAmend(stage) || areShown(stage))
    return isThere ? [{ text, href: urls.partyConclusions(place, year) }, at] : [at]
  }

/** Of the secretariat, and of a town. */
export const createConclusionLinks =
  (deps: Pick<ConclusionsDeps, 'tookPart'>): OfficeLinksOf =>
  async (db, meeting, translator, town) => {
    if (town) return createPartLinks(deps)(db, meeting, translator, { kind: 'authority', one: town })
    const { year } = meeting
    const { t } = translator
    return [
      { text: t('conclusion.title', { year: `${year}` }), href: urls.officeConclusions(year) },
      { text: t('conclusion.review.title'), href: urls.officeConclusionsReview(year) },
      { text: t('conclusion.tasks.title'), href: urls.tasks({ kind: 'secretariat' }) },
      { text: t('conclusion.question.title'), href: urls.officeMeetingQuestions(year) },
    ]
  }

/** Whether a meeting has drawn conclusions, or begins to. */
export const hasConclusions = async (db: Db, meeting: string): Promise<boolean> =>
  (await readSet(db, meeting)) !== undefined

export const arePublished = async (db: Db, meeting: string): Promise<boolean> =>
  (await readSet(db, meeting))?.stage === 'published'

/** To what a town has taken on, or is asked to; nothing where there is none. */
export async function taskLinks(
  db: Db,
  { t }: Translator,
  town: Town & { readonly id: string },
): Promise<OfficeLink[]> {
  const items = await ownedBy(db, { kind: 'authority', authority: town.id, association: null })
  const link = { text: t('conclusion.tasks.title'), href: urls.tasks({ kind: 'authority', one: town }) }
  return items.length > 0 ? [link] : []
}
