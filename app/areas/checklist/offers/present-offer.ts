/** How it stands with an offer, in one sentence: the same for the office that is asked and for the one that asks. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import { longDate } from '../../../ui/dates.ts'
import { apart } from '../../../ui/lists.ts'
import type { Offer } from './offer-rules.ts'

type Said = Pick<Offer, 'state' | 'reason' | 'offeredAt' | 'decided' | 'acceptedKinds'>

/** @param timeZone of the office that reads it. */
export function offerState(translator: Translator, offer: Said, timeZone: string): string {
  const { t } = translator
  const day = (at: Temporal.Instant) => apart(longDate(translator, at.toZonedDateTimeISO(timeZone).toPlainDate()))
  const { state, reason, decided, offeredAt, acceptedKinds } = offer
  if (state === 'waiting' || !decided) {
    return t(acceptedKinds.length > 0 ? 'offers.state.more' : 'offers.state.waiting', { date: day(offeredAt) })
  }
  if (state === 'declined' && reason) {
    return t('offers.state.declined', { date: day(decided.at), reason: t(`offers.reason.${reason}`) })
  }
  return t(`offers.state.accepted.${decided.by}`, { date: day(decided.at) })
}
