/** A badge in the words of a language, and the code by which a website shows it. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate } from '../../ui/dates.ts'
import { absolute, urls } from '../../urls.ts'
import { type BadgeSize, type BadgeWords, badgeBox } from './badge-drawing.ts'
import { nameOf } from './present-verify.ts'
import type { Certified } from './read-signature.ts'
import type { Stage } from './stage-rules.ts'

export interface BadgeFacts {
  readonly certified: Certified
  readonly size: BadgeSize
  readonly stage: Stage
  readonly instance: string
  readonly authorised: boolean
}

export function presentBadge(translator: Translator, facts: BadgeFacts): BadgeWords {
  const { t, tag, dir } = translator
  const { certified, size, stage, instance, authorised } = facts
  const { record, demonstration } = certified
  const name = nameOf(translator, certified)
  const status = statusOfBadge(translator, certified, stage)
  const note = demonstration ? t('certificates.badge.demonstration') : authorised ? '' : t('register.notOfficial')
  return {
    ...{ tag, dir, size, name, status, note },
    pact: t('certificates.badge.pact'),
    pactShort: t('certificates.badge.pactShort'),
    stands: record.status === 'signed',
    title: `${t('certificates.badge.pact')}. ${name}: ${status}`,
    description: [t('certificates.badge.number', { number: `${record.number}`, instance }), note].join(' ').trim(),
  }
}

/** Once the signature has ended, each badge says so, whatever stage it was for. */
function statusOfBadge(translator: Translator, { record, stages }: Certified, stage: Stage): string {
  const { t } = translator
  if (record.status !== 'signed') {
    return t(`certificates.badge.${record.status}`, { date: longDate(translator, record.statusSince) })
  }
  const reached = stages.find((one) => one.stage === stage)
  return t(`certificates.badge.${reached ? stage : 'signed'}`, {
    date: longDate(translator, reached?.on ?? record.signedOn),
  })
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** HTML to paste. What stands beside the picture for those who do not see it stays true whatever becomes of the signature. */
export function badgeCode(
  translator: Translator,
  baseUrl: string,
  { certified, size, stage }: Omit<BadgeFacts, 'instance' | 'authorised'>,
): string {
  const { t, language } = translator
  const { record, code } = certified
  const { wide, high } = badgeBox[size]
  const src = absolute(baseUrl, urls.badge(record.number, { lang: language, size, stage }))
  const href = absolute(baseUrl, urls.verify(language, code))
  const alt = t('certificates.badge.alt', { name: nameOf(translator, certified) })
  return `<a href="${escaped(href)}"><img src="${escaped(src)}" width="${wide}" height="${high}" alt="${escaped(alt)}" loading="lazy" referrerpolicy="no-referrer"></a>`
}
