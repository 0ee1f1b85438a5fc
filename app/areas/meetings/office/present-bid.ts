/** A bid in words, for whoever reads it. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import { type BidFacts, bidTexts } from '../call/bid-form.ts'
import { papersText } from '../call/call-form.ts'

export function bidRows({ t, tag }: Translator, facts: BidFacts): { key: string; value: string }[] {
  const capacity = facts.capacity === null ? '' : new Intl.NumberFormat(tag).format(facts.capacity)
  return [
    ...bidTexts.map((name) => ({ key: t(`meeting.bid.${name}`), value: facts[name] })),
    { key: t('meeting.bid.capacity'), value: capacity },
    { key: t('meeting.bid.letters'), value: papersText(facts.letters) },
  ].filter(({ value }) => value !== '')
}
