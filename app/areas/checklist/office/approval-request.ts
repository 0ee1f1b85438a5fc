/** What the publish page shows of two pairs of eyes. */
import type { Author } from '../../../platform/audit/audit.ts'
import { approvalRefusal, canRequireSecond } from '../approval-rules.ts'
import { lastEditor, newestApproval, officePeople, wantsTwoPairs } from '../approval-store.ts'
import type { PublishOverview } from '../publish-overview.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { authorWords, type OfficeRequest } from './office-request.ts'
import type { ApprovalView } from './pages/approval-section.tsx'
import { longDate, longMoment } from './wording.ts'

/** @param person id of who looks. @param typed words of a form that was refused. */
export async function approvalView(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  { seen, urgent }: Pick<PublishOverview, 'seen' | 'urgent'>,
  { person, typed = '' }: { readonly person: string; readonly typed?: string },
): Promise<ApprovalView> {
  const { db } = deps.database
  const { id, timeZone } = office.authority
  const people = await officePeople(db, id)
  const newest = await newestApproval(db, id)
  const me = { id: person, approver: people.some((one) => one.id === person && one.approver) }
  const at = (instant: Temporal.Instant) => longMoment(office.translator, instant, timeZone)
  const by = (author: string) => authorWords(deps, office, somebody(author))
  return {
    wanted: await wantsTwoPairs(db, id),
    maySwitch: me.approver,
    alone: !canRequireSecond(people),
    oneApprover: people.filter(({ approver }) => approver).length === 1,
    request:
      newest?.state === 'asked'
        ? {
            id: newest.id,
            by: await by(newest.askedBy),
            at: at(newest.askedAt),
            due: longDate(office.translator, newest.due),
            note: newest.note,
            changedSince: newest.draftStamp !== seen,
            refusal: approvalRefusal(newest, me, await lastEditor(db, id)),
          }
        : undefined,
    sentBack:
      newest?.state === 'sent-back'
        ? { by: await by(newest.decidedBy ?? ''), at: at(newest.askedAt), words: newest.answer }
        : undefined,
    urgent,
    seen,
    typed,
  }
}

const somebody = (person: string): Author => ({ person, as: 'person' })
