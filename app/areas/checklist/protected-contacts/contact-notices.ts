/** What people are told of a changed contact, and of one that was put back. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { NoticeText } from '../../../platform/mail/notice.ts'
import { withCommas } from '../../../ui/lists.ts'
import { longMoment, textIn } from '../office/wording.ts'
import type { RecordedContact } from './contact-change-store.ts'
import type { Contact } from './contact-rules.ts'

export interface Told {
  readonly change: RecordedContact
  readonly town: { readonly name: string; readonly timeZone: string; readonly languages: readonly string[] }
}

/** Numbers, address and links in one line, in the order in which a reader sees them. */
export function contactWords({ t, tag }: Translator, { phones, email, web, chat }: Contact): string {
  const words = [...phones.map(({ number }) => number), email, web, chat].filter((each) => each !== null)
  return words.length > 0 ? withCommas(tag, words) : t('contacts.none')
}

function factsOf(translator: Translator, { change, town }: Told) {
  return {
    service: textIn(change.name, [translator.language, ...town.languages]) ?? '',
    town: town.name,
    until: longMoment(translator, change.undoUntil, town.timeZone),
    before: contactWords(translator, change.before),
    after: contactWords(translator, change.after),
  }
}

/** @param whom `office`: somebody who works for the town; `contact`: whoever was reached before. */
export function changedNotice(
  translator: Translator,
  told: Told,
  whom: 'office' | 'contact',
  path: string,
): NoticeText {
  const { t } = translator
  const { service, town, until, before, after } = factsOf(translator, told)
  return {
    subject: t('contacts.changed.subject', { service, until }),
    paragraphs: [
      t('contacts.changed.what', { service, town }),
      t('contacts.before', { contact: before }),
      t('contacts.after', { contact: after }),
      t('contacts.changed.undo', { until }),
    ],
    action: { text: t('contacts.changed.button'), path },
    reason: t(`contacts.reason.${whom}`, { town, service }),
  }
}

export function undoneNotice(translator: Translator, told: Told, whom: 'office' | 'contact'): NoticeText {
  const { t } = translator
  const { service, town, before } = factsOf(translator, told)
  return {
    subject: t('contacts.undone.subject', { service }),
    paragraphs: [t('contacts.undone.what', { service, town }), t('contacts.undone.now', { contact: before })],
    reason: t(`contacts.reason.${whom}`, { town, service }),
  }
}
