/** A provider's change in words, beside what the draft says. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { longDate } from '../../ui/dates.ts'
import type { ServiceFacts } from '../checklist/index.ts'
import type { ChangePart, ProviderChange } from './schema.ts'

/** Line by line; "none" where it is taken away. */
export function changeWords(translator: Translator, part: ChangePart, change: ProviderChange): readonly string[] {
  const { t } = translator
  const none = t('confirm.none')
  switch (part) {
    case 'phones':
      return change.phones?.length ? change.phones : [none]
    case 'email':
    case 'web':
      return [change[part] ?? none]
    case 'closed':
      return [closedWords(translator, change.closed)]
    default:
      return (change[part] ?? '').split('\n')
  }
}

function closedWords(translator: Translator, closed: ProviderChange['closed']): string {
  const { t } = translator
  if (closed?.how !== 'for-now') return t('confirm.change.closed.for-good')
  return closed.until === null
    ? t('confirm.change.closed.for-now')
    : t('confirm.closedUntil', { date: longDate(translator, closed.until) })
}

/** What the draft says of the same; empty where a look at it takes more than a line. */
export function draftWords(translator: Translator, part: ChangePart, facts: ServiceFacts): readonly string[] {
  const none = translator.t('confirm.none')
  if (part === 'phones') return facts.phones.length > 0 ? facts.phones.map(({ number }) => number) : [none]
  if (part === 'email' || part === 'web') return [facts[part] ?? none]
  if (part === 'closed' && facts.closure) {
    const { from, to } = facts.closure
    return [to ? translator.t('confirm.closedUntil', { date: longDate(translator, to) }) : longDate(translator, from)]
  }
  return []
}
