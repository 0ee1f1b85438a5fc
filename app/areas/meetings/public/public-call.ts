/** A call, and what hosts leave, as the public pages show them. */
import type { ReadDb } from '../../../platform/db/tables.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { longMoment } from '../../../ui/dates.ts'
import { fileWords } from '../../../ui/file-words.ts'
import { apart } from '../../../ui/lists.ts'
import { writtenIn } from '../../../ui/written-in.ts'
import { urls } from '../../../urls.ts'
import { type HostCall, stageOfCall } from '../call/call-rules.ts'
import { readAnswers } from '../call/call-store.ts'
import { presentIn } from '../call/file-rules.ts'
import type { MeetingPagesDeps } from '../deps.ts'
import type { Left } from '../left-store.ts'
import { textIn } from '../present-meeting.ts'
import type { CallView, LeftView, Written } from './pages/meetings-page.tsx'

type Deps = Pick<MeetingPagesDeps, 'languages' | 'clock'>

export function writtenOf(
  { languages }: Pick<Deps, 'languages'>,
  texts: Readonly<Record<string, string>>,
  { language }: Translator,
): Written | undefined {
  const found = textIn(texts, language)
  return found && { text: found.text, ...writtenIn(languages, found.language) }
}

export async function callView(
  deps: Deps,
  db: ReadDb,
  translator: Translator,
  call: HostCall & { readonly year: number },
): Promise<CallView> {
  const { t } = translator
  const stage = stageOfCall(call, deps.clock.now())
  const at = (moment: Temporal.Instant) =>
    t('meeting.moment', { moment: longMoment(translator, moment, call.zone), zone: apart(call.zone) })
  const sentences = {
    draft: [],
    announced: [
      t('meeting.call.opensAt', { moment: at(call.opens) }),
      t('meeting.bid.until', { moment: at(call.deadline) }),
    ],
    open: [t('meeting.bid.until', { moment: at(call.deadline) })],
    sealed: [t('meeting.bid.closed', { moment: at(call.deadline) })],
  }[stage]
  return {
    sentences,
    requirements: writtenOf(deps, call.requirements, translator),
    criteria: call.criteria.flatMap(({ names, weight }) => {
      const written = writtenOf(deps, names, translator)
      return written ? [{ ...written, weight: t('meeting.call.weight', { weight: `${weight}` }) }] : []
    }),
    documents: call.documents,
    files: presentIn(call.files).map(({ title, file }) => ({
      ...{ title, href: urls.callDocument(translator.language, call.year, file) },
      words: fileWords(translator, file),
    })),
    without: call.files.some(({ file }) => file === null) ? t('meeting.files.gone') : undefined,
    answers: await readAnswers(db, call.meeting),
  }
}

export function leftView(
  { languages }: Pick<Deps, 'languages'>,
  { t }: Translator,
  { kind, title, text, link, language, year }: Left & { readonly year: number },
): LeftView {
  return {
    ...{ kind: t(`meeting.left.kind.${kind}`), title, text, link, ...writtenIn(languages, language) },
    from: t('meeting.name.signatories', { year: `${year}` }),
  }
}
