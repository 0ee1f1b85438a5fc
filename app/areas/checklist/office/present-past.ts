import type { Translator } from '../../../platform/i18n/messages.ts'
import { monthAndYear } from '../../../ui/dates.ts'
import type { Since } from '../month-rules.ts'

/** "12 core items more are answered than in June 2026." */
export function sinceWords(translator: Translator, { month, what, more }: Since): string {
  const words = { month: monthAndYear(translator, month.toPlainDate({ day: 1 })), count: Math.abs(more) }
  if (more === 0) return translator.t('checklist.office.past.same', words)
  return translator.t(`checklist.office.past.${what}.${more > 0 ? 'more' : 'fewer'}`, words)
}
