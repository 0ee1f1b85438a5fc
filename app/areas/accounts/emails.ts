import type { Translator } from '../../platform/i18n/messages.ts'
import { composeLetter, type LetterSite } from '../../platform/mail/letter.ts'
import type { Mail } from '../../platform/mail/mail.ts'

/** @param given.path of the page that the link opens. */
export function signInMail(
  site: LetterSite,
  translator: Translator,
  given: { to: string; name: string; path: string; minutes: number },
): Omit<Mail, 'messageId'> {
  const { t } = translator
  const { to, name, path, minutes } = given
  const instance = site.instanceName
  const text = {
    subject: t('accounts.mail.subject', { instance }),
    paragraphs: [
      t('accounts.mail.ask', { instance }),
      t('accounts.mail.once', { minutes }),
      t('accounts.mail.nothing'),
    ],
    action: { text: t('accounts.mail.action'), path },
    reason: t('accounts.mail.reason'),
  }
  return { to, ...composeLetter(site, translator, text, { name }) }
}

/** To somebody who begins without being known. @param given.path of the page that the link opens. */
export function newcomerMail(
  site: LetterSite,
  translator: Translator,
  { to, path, minutes }: { to: string; path: string; minutes: number },
): Omit<Mail, 'messageId'> {
  const { t } = translator
  const instance = site.instanceName
  const text = {
    subject: t('accounts.mail.newcomer.subject', { instance }),
    paragraphs: [
      t('accounts.mail.newcomer.ask', { instance }),
      t('accounts.mail.once', { minutes }),
      t('accounts.mail.nothing'),
    ],
    action: { text: t('accounts.mail.newcomer.action'), path },
    reason: t('accounts.mail.reason'),
  }
  return { to, ...composeLetter(site, translator, text) }
}
