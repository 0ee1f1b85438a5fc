/** At the meeting, for everybody: from what was published to markup. */
import { notFound } from '../../../platform/http/faults.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { RenderedPage } from '../../../platform/page-cache/page-cache.ts'
import { writtenIn } from '../../../ui/written-in.ts'
import { urls } from '../../../urls.ts'
import { chromeFor, readerFor } from '../../help-pages/index.ts'
import { meetingOfYear, meetingTag } from '../../meetings/index.ts'
import type { ConclusionPagesDeps } from '../deps.ts'
import { readPublished } from '../item-store.ts'
import { namesFor, ofParty } from '../names.ts'
import { atMeetingPage } from '../pages/public-at-page.tsx'
import { meetingLinks } from './meeting-links.ts'
import { publicQuestions } from './question-store.ts'

export async function renderAtMeeting(
  deps: ConclusionPagesDeps,
  translator: Translator,
  year: number,
): Promise<RenderedPage> {
  const found = await deps.database.read(async (db) => {
    const meeting = await meetingOfYear(db, year)
    if (!meeting) return undefined
    const questions = await publicQuestions(db, meeting.id)
    const owned = questions.map(ofParty)
    const hasConclusions = (await readPublished(db, meeting.id)) !== undefined
    return { meeting, questions, hasConclusions, name: await namesFor(deps, db, translator, owned) }
  })
  if (!found) throw notFound()
  const { meeting, questions, hasConclusions, name } = found
  const { t, language } = translator
  const reader = readerFor(deps.site, translator, deps.clock.now(), { country: undefined })
  const own = { href: urls.conclusions(language, year), text: t('conclusion.title', { year: `${year}` }) }
  const html = atMeetingPage({
    chrome: chromeFor(deps.site, reader, undefined, (lang) => urls.atMeeting(lang, year)),
    title: t('conclusion.at.title', { year: `${year}` }),
    demonstration: meeting.demonstration,
    links: [...meetingLinks(translator, year), ...(hasConclusions ? [own] : [])],
    questions: questions.map((one) => ({
      ...{ by: name(ofParty(one)), body: one.body, answer: one.answer },
      ...{ words: writtenIn(deps.languages, one.language), answerWords: writtenIn(deps.languages, one.answerLanguage) },
    })),
  })
  const towns = questions.flatMap(({ authority }) => authority ?? [])
  return { html, status: 200, dependsOn: [meetingTag(year), ...new Set(towns)], validUntil: undefined }
}
