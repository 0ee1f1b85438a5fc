/** Whoever has to look at an event is told, and whoever asked learns what became of it. Never where it is. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import { apart } from '../../ui/lists.ts'
import { urls } from '../../urls.ts'
import { nameOf, type Town } from './deps.ts'
import { wordsInOrder } from './event-rules.ts'
import type { Event } from './event-store.ts'

/** Whoever hides a place later can't take a mail back: the title of an event for invited children stays here. */
const titleOf = ({ t }: Translator, { facts }: Event): string =>
  facts.access === 'invited' ? t(`events.kind.${facts.kind}`) : (wordsInOrder(facts)[0]?.[1].title ?? '')

const wordsOf = (translator: Translator, town: Town, event: Event) => ({
  town: apart(nameOf(town, translator)),
  title: apart(titleOf(translator, event)),
})

export function askedNotice(translator: Translator, town: Town, event: Event): NoticeText {
  const { t } = translator
  const words = wordsOf(translator, town, event)
  return {
    subject: t('events.mail.asked.subject', words),
    paragraphs: [t('events.mail.asked.text', words)],
    action: { text: t('events.mail.asked.open'), path: urls.townEventPage(town, event.id, 'publish') },
    reason: t('plans.mail.reason.approver', words),
  }
}

export function publishedNotice(translator: Translator, town: Town, event: Event): NoticeText {
  const { t } = translator
  const words = wordsOf(translator, town, event)
  return {
    subject: t('events.mail.published.subject', words),
    paragraphs: [t('events.mail.published.text', words)],
    action: { text: t('events.mail.open'), path: urls.townEvent(town, event.id) },
    reason: t('plans.mail.reason.asked'),
  }
}

export function sentBackNotice(translator: Translator, town: Town, event: Event, answer: string): NoticeText {
  const { t } = translator
  const words = wordsOf(translator, town, event)
  return {
    subject: t('events.mail.sentBack.subject', words),
    paragraphs: [t('events.mail.sentBack.text', words), ...(answer === '' ? [] : [answer])],
    action: { text: t('events.mail.open'), path: urls.townEvent(town, event.id) },
    reason: t('plans.mail.reason.asked'),
  }
}
