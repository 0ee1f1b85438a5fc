/** Where and when a practice is shown, in words. Pure. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate } from '../../ui/dates.ts'
import type { Stand } from './stand-rules.ts'

export function whereText(translator: Translator, { stand, day, starts, ends }: Stand): string {
  const hours = [starts, ends].flatMap((one) => (one === null ? [] : [one])).join('–')
  const parts = [...(day === null ? [] : [longDate(translator, day)]), hours, stand].filter((one) => one !== '')
  return parts.length === 0 ? translator.t('market.notPlaced') : parts.join(' · ')
}
