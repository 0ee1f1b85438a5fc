/** An office hears that somebody has moved up. Nobody is named: a mail cannot be taken back. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import { apart } from '../../ui/lists.ts'
import { urls } from '../../urls.ts'
import type { SenderFacts } from './senders.ts'

interface Of {
  readonly year: number
}

function reasonOf({ t }: Translator, { sender }: SenderFacts, name: string): string {
  if (sender.kind === 'guest') return t('delegation.mail.reasonGuest', { name })
  return t('delegation.mail.reason', { town: name })
}

export function movedUpNotice(
  translator: Translator,
  from: SenderFacts,
  { year }: Of,
  { moved, left }: { readonly moved: number; readonly left: number },
): NoticeText {
  const { t } = translator
  const words = { town: apart(from.name(translator)), year: `${year}`, moved, left }
  return {
    subject: t('delegation.mail.subject', words),
    paragraphs: [t('delegation.mail.text', words), t('delegation.mail.left', words)],
    action: { text: t('delegation.mail.open'), path: urls.delegation(from.place, year) },
    reason: reasonOf(translator, from, words.town),
  }
}

/** To whoever registers the people of an organisation. */
export function invitedNotice(translator: Translator, from: SenderFacts, { year }: Of): NoticeText {
  const { t } = translator
  const words = { name: apart(from.name(translator)), year: `${year}` }
  return {
    subject: t('delegation.mail.invited.subject', words),
    paragraphs: [t('delegation.mail.invited.text', words), t('delegation.mail.invited.signIn')],
    action: { text: t('delegation.mail.open'), path: urls.delegation(from.place, year) },
    reason: reasonOf(translator, from, words.name),
  }
}
