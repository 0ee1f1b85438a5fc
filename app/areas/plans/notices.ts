/** Whoever has to look at a plan is told, whoever asked learns what became of it, and towns that are to carry it. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import { apart } from '../../ui/lists.ts'
import { urls } from '../../urls.ts'
import type { PlanTown } from './deps.ts'
import type { Plan } from './plan-store.ts'

const nameIn = ({ language }: Translator, { name, names }: PlanTown): string => names[language] ?? name

const wordsOf = (translator: Translator, town: PlanTown, { facts }: Plan) => ({
  town: apart(nameIn(translator, town)),
  title: apart(facts.title),
})

export function askedNotice(translator: Translator, town: PlanTown, plan: Plan): NoticeText {
  const { t } = translator
  const words = wordsOf(translator, town, plan)
  return {
    subject: t('plans.mail.asked.subject', words),
    paragraphs: [t('plans.mail.asked.text', words)],
    action: { text: t('plans.mail.asked.open'), path: urls.townPlanPage(town, plan.id, 'publish') },
    reason: t('plans.mail.reason.approver', words),
  }
}

export function publishedNotice(translator: Translator, town: PlanTown, plan: Plan): NoticeText {
  const { t } = translator
  const words = wordsOf(translator, town, plan)
  return {
    subject: t('plans.mail.published.subject', words),
    paragraphs: [t('plans.mail.published.text', words)],
    action: { text: t('plans.mail.open'), path: urls.townPlan(town, plan.id) },
    reason: t('plans.mail.reason.asked'),
  }
}

export function sentBackNotice(translator: Translator, town: PlanTown, plan: Plan, answer: string): NoticeText {
  const { t } = translator
  const words = wordsOf(translator, town, plan)
  return {
    subject: t('plans.mail.sentBack.subject', words),
    paragraphs: [t('plans.mail.sentBack.text', words), ...(answer === '' ? [] : [answer])],
    action: { text: t('plans.mail.open'), path: urls.townPlan(town, plan.id) },
    reason: t('plans.mail.reason.asked'),
  }
}

/** @param partner the town that is asked to carry it, too. */
export function invitedNotice(translator: Translator, partner: PlanTown, town: PlanTown, plan: Plan): NoticeText {
  const { t } = translator
  const words = { ...wordsOf(translator, town, plan), partner: apart(nameIn(translator, partner)) }
  return {
    subject: t('plans.mail.invited.subject', words),
    paragraphs: [t('plans.mail.invited.text', words)],
    action: { text: t('plans.mail.open'), path: urls.townPlan(partner, plan.id) },
    reason: t('plans.mail.reason.office'),
  }
}

export function agreedNotice(translator: Translator, partner: PlanTown, town: PlanTown, plan: Plan): NoticeText {
  const { t } = translator
  const words = { ...wordsOf(translator, town, plan), partner: apart(nameIn(translator, partner)) }
  return {
    subject: t('plans.mail.agreed.subject', words),
    paragraphs: [t('plans.mail.agreed.text', words)],
    action: { text: t('plans.mail.open'), path: urls.townPlan(town, plan.id) },
    reason: t('plans.mail.reason.office'),
  }
}
