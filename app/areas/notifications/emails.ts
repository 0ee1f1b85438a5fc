/** Mails to people with an account: one notice at once, or several together. */
import type { Translator } from '../../platform/i18n/messages.ts'
import {
  composeLetter,
  greeting,
  type LetterBlock,
  type LetterSite,
  noticeBlocks,
  why,
  writeLetter,
} from '../../platform/mail/letter.ts'
import type { Mail } from '../../platform/mail/mail.ts'
import type { NoticeKind, NoticeText } from '../../platform/mail/notice.ts'
import { inSentence } from '../../ui/lists.ts'
import { absolute, urls } from '../../urls.ts'
import { type ChoosableKind, groupWaiting, isChoosable } from './rules.ts'

/** The person as a mail needs them, and in which words. */
export interface Addressee {
  readonly email: string
  readonly name: string
  readonly translator: Translator
  /** The token that stops mails of these kinds to this person. */
  readonly stopToken: (kinds: readonly ChoosableKind[]) => string
}

/** What waited for the digest, with the words of the language it was composed in. */
export interface DigestEntry {
  readonly kind: NoticeKind
  readonly text: NoticeText
  readonly translator: Translator
  readonly due: Temporal.Instant | undefined
  readonly keptAt: Temporal.Instant
}

type MailBody = Omit<Mail, 'messageId'>

export function kindNames({ t, tag }: Translator, kinds: readonly NoticeKind[]): string {
  return inSentence(
    tag,
    kinds.map((kind) => t(`notifications.kind.${kind}`)),
  )
}

export function noticeMail(site: LetterSite, to: Addressee, kind: NoticeKind, text: NoticeText): MailBody {
  const { translator, name, email } = to
  const stop = isChoosable(kind) ? stopAddress(site, to, [kind]) : undefined
  const ending = [stop ? stopWay(to, [kind], stop) : alwaysNote(to), chooseWay(site, to)]
  const letter = composeLetter(site, translator, text, { name, ending })
  return { to: email, ...letter, ...(stop ? { unsubscribe: stop } : {}) }
}

/** @param entries at least one, in any order. */
export function digestMail(site: LetterSite, to: Addressee, entries: readonly DigestEntry[]): MailBody {
  const { translator, name, email } = to
  const { t } = translator
  const groups = groupWaiting(entries)
  const first = groups[0]?.entries[0]?.text.subject ?? ''
  const count = entries.length
  const subject = count === 1 ? first : t('notifications.digest.subject', { first, count: count - 1 })
  const blocks: LetterBlock[] = [
    ...greeting(translator, name),
    { kind: 'paragraph', text: t('notifications.digest.intro', { count }) },
    ...groups.flatMap(({ kind, entries: of }): LetterBlock[] => [
      { kind: 'heading', text: t(`notifications.kind.${kind}`) },
      ...of.flatMap((entry) => entryBlocks(site, entry)),
    ]),
  ]
  const kinds = groups.map(({ kind }) => kind).filter(isChoosable)
  const ending = [
    why(translator, { reason: t('notifications.digest.reason') }),
    ...kinds.map((kind) => stopWay(to, [kind], stopAddress(site, to, [kind]))),
    chooseWay(site, to),
  ]
  const unsubscribe = kinds.length > 0 ? { unsubscribe: stopAddress(site, to, kinds) } : {}
  return { to: email, ...writeLetter(site, translator, subject, blocks, ending), ...unsubscribe }
}

function entryBlocks(site: LetterSite, { text, translator }: DigestEntry): LetterBlock[] {
  const language = { tag: translator.tag, dir: translator.dir }
  return [
    { kind: 'subheading', text: text.subject, language },
    ...noticeBlocks(site, text, language),
    { ...why(translator, text), language },
  ]
}

function stopAddress({ baseUrl }: LetterSite, { stopToken }: Addressee, kinds: readonly ChoosableKind[]): string {
  return absolute(baseUrl, urls.stopMail(stopToken(kinds)))
}

function stopWay({ translator }: Addressee, kinds: readonly NoticeKind[], href: string): LetterBlock {
  const text = translator.t('notifications.mail.stop', { kinds: kindNames(translator, kinds) })
  return { kind: 'way', text, href }
}

function alwaysNote({ translator }: Addressee): LetterBlock {
  return { kind: 'note', text: translator.t('notifications.mail.always') }
}

function chooseWay({ baseUrl }: LetterSite, { translator }: Addressee): LetterBlock {
  return { kind: 'way', text: translator.t('notifications.choices.link'), href: absolute(baseUrl, urls.accountMail()) }
}
