import type { Translator } from '../../platform/i18n/messages.ts'
import type { Mail } from '../../platform/mail/mail.ts'

export function signInMail(
  { t }: Translator,
  given: { to: string; name: string; instance: string; link: string; minutes: number },
): Omit<Mail, 'messageId'> {
  const { to, name, instance, link, minutes } = given
  return {
    to,
    subject: t('accounts.mail.subject', { instance }),
    text: `${t('accounts.mail.body', { name, instance, link, minutes })}\n`,
  }
}
