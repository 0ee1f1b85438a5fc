/** The office of a practice is told what became of it and what others do with it; whoever asks, that there is an answer. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import { apart } from '../../ui/lists.ts'
import { urls } from '../../urls.ts'
import { type NamedPlace, nameIn } from './deps.ts'
import type { Practice } from './practice-store.ts'
import type { PracticeMessage } from './question-store.ts'

type Named = Pick<Practice, 'id' | 'facts'>

const titleOf = ({ facts }: Named) => apart(facts.title)
const reasonOf = (translator: Translator, town: NamedPlace) =>
  translator.t('practices.mail.reason', { town: apart(nameIn(translator, town)) })
const openDraft = ({ t }: Translator, town: NamedPlace, { id }: Named) => ({
  text: t('practices.mail.open'),
  path: urls.practiceDraft(urls.townPractices(town), id),
})

export function decidedNotice(
  translator: Translator,
  town: NamedPlace,
  practice: Named,
  { decision, reasons }: { readonly decision: 'publish' | 'return' | 'take-down'; readonly reasons: string },
): NoticeText {
  const { t } = translator
  const words = { title: titleOf(practice) }
  return {
    subject: t(`practices.mail.${decision}.subject`, words),
    paragraphs: [t(`practices.mail.${decision}.text`, words), ...(reasons === '' ? [] : [reasons])],
    action: openDraft(translator, town, practice),
    reason: reasonOf(translator, town),
  }
}

/** @param language code. */
export function translatedNotice(
  translator: Translator,
  town: NamedPlace,
  practice: Named,
  language: string,
): NoticeText {
  const { t } = translator
  const words = { title: titleOf(practice) }
  return {
    subject: t('practices.mail.translated.subject', words),
    paragraphs: [t('practices.mail.translated.text', words)],
    action: { text: t('practices.mail.read'), path: urls.practice(translator.language, practice.id, language) },
    reason: reasonOf(translator, town),
  }
}

export function usedNotice(
  translator: Translator,
  told: {
    readonly town: NamedPlace
    readonly user: NamedPlace
    readonly practice: Named
    readonly sentence: string
  },
): NoticeText {
  const { t } = translator
  const words = { title: titleOf(told.practice), town: apart(nameIn(translator, told.user)) }
  return {
    subject: t('practices.mail.used.subject', words),
    paragraphs: [t('practices.mail.used.text', words), told.sentence],
    action: { text: t('practices.mail.read'), path: urls.practice(translator.language, told.practice.id) },
    reason: reasonOf(translator, told.town),
  }
}

export function messageNotice(
  translator: Translator,
  told: {
    readonly writer: NamedPlace
    readonly reader: NamedPlace
    /** Where the reader's office has its practices. */
    readonly practices: string
    readonly practice: Named
    readonly question: string
    readonly message: Pick<PracticeMessage, 'side' | 'text'>
  },
): NoticeText {
  const { t } = translator
  const words = { title: titleOf(told.practice), town: apart(nameIn(translator, told.writer)) }
  return {
    subject: t(`practices.mail.message.${told.message.side}`, words),
    paragraphs: told.message.text.split(/\n{2,}/),
    action: {
      text: t('practices.mail.answer'),
      path: urls.practiceQuestion(told.practices, told.question),
    },
    reason: reasonOf(translator, told.reader),
  }
}
