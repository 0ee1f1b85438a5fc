/** Whoever shared a piece is told that others used it, and why it was taken down. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import { apart } from '../../ui/lists.ts'
import { urls } from '../../urls.ts'
import type { SharingAssociation } from './deps.ts'

interface NamedPiece {
  readonly id: string
  readonly title: string
}

const nameIn = ({ language }: Translator, { name, names }: SharingAssociation): string => names[language] ?? name

/** @param told.owner, told.user undefined: the secretariat. */
export function usedNotice(
  translator: Translator,
  told: {
    readonly owner: SharingAssociation | undefined
    readonly user: SharingAssociation | undefined
    readonly piece: NamedPiece
    readonly sentence: string
  },
): NoticeText {
  const { t } = translator
  const { owner, user, piece, sentence } = told
  const words = {
    title: apart(piece.title),
    who: user ? apart(nameIn(translator, user)) : t('exchange.secretariat'),
  }
  return {
    subject: t('exchange.mail.used.subject', words),
    paragraphs: [t('exchange.mail.used.text', words), sentence],
    action: { text: t('exchange.mail.open'), path: urls.piece(urls.exchange(owner), piece.id) },
    reason: t('exchange.mail.reason'),
  }
}

export function takenDownNotice(
  translator: Translator,
  owner: SharingAssociation,
  piece: NamedPiece,
  reason: string,
): NoticeText {
  const { t } = translator
  const words = { title: apart(piece.title) }
  return {
    subject: t('exchange.mail.down.subject', words),
    paragraphs: [t('exchange.mail.down.text', words), reason, t('exchange.mail.down.again')],
    action: { text: t('exchange.mail.down.open'), path: urls.exchange(owner) },
    reason: t('exchange.mail.reason'),
  }
}
