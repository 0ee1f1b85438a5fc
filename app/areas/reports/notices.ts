/** A town is reminded of its report, reviewers of one to answer, each side of what the other has written. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import { longDate } from '../../ui/dates.ts'
import { apart } from '../../ui/lists.ts'
import { urls } from '../../urls.ts'
import type { Plan } from '../plans/index.ts'
import type { Cycle } from './cycle-rules.ts'
import { nameOf, type PlanTown } from './deps.ts'

/** A town that carries the plan, too, has handed in its report: what it changed waits for those who publish the plan. */
export function leadNotice(
  translator: Translator,
  given: { readonly partner: PlanTown; readonly lead: PlanTown; readonly plan: Pick<Plan, 'id' | 'facts'> },
): NoticeText {
  const { t } = translator
  const { partner, lead, plan } = given
  const words = {
    ...{ partner: apart(nameOf(partner, translator)), town: apart(nameOf(lead, translator)) },
    title: apart(plan.facts.title),
  }
  return {
    subject: t('progress.mail.lead.subject', words),
    paragraphs: [t('progress.mail.lead.text', words)],
    action: { text: t('progress.mail.lead.open'), path: urls.townPlanPage(lead, plan.id, 'publish') },
    reason: t('progress.mail.reason.office', words),
  }
}

export function reminderNotice(translator: Translator, town: PlanTown, { due }: Pick<Cycle, 'due'>): NoticeText {
  const { t } = translator
  const words = { town: apart(nameOf(town, translator)), date: longDate(translator, due) }
  return {
    subject: t('progress.mail.reminder.subject', words),
    paragraphs: [t('progress.mail.reminder.text', words), t('progress.mail.reminder.off')],
    action: { text: t('progress.mail.reminder.open'), path: urls.townProgress(town) },
    reason: t('progress.mail.reason.office', words),
  }
}
