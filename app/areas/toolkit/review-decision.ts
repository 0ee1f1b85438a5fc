/** What is published or sent back by whoever reads it, be it an original or a translation: from the form to the answer. */
import type { Act } from '../../platform/audit/audit.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import { urls } from '../../urls.ts'
import type { DecideOutcome, Deciding } from './offer-translation.ts'
import { numberIn, type OfficeContext } from './office-request.ts'
import type { Typed } from './pages/decide-form.tsx'

const longestReasons = 2_000

interface Reviewed {
  /** The page again, with what was typed. */
  show(typed: Typed): Promise<Response>
  decide(by: ActOfPerson, given: Deciding): Promise<DecideOutcome>
}

type ActOfPerson = Act & { readonly person: { readonly id: string } }

/** @throws RequestFault not-found where there is nothing to decide, or it is one's own. */
export async function answerDecision(c: OfficeContext, { show, decide }: Reviewed): Promise<Response> {
  const fields = await readForm(c.req.raw)
  const reasons = fieldText(fields, 'reasons').trim()
  const decision = (['publish', 'return'] as const).find((one) => one === fieldText(fields, 'decision'))
  const typed = { reasons, decision: decision ?? '' }
  if (!decision) return show({ ...typed, fault: 'choice' })
  if ((decision === 'return' && reasons === '') || reasons.length > longestReasons) {
    return show({ ...typed, fault: 'reasons' })
  }
  const act = c.get('act')
  if (!act.person) throw notFound()
  const given = { id: c.req.param('id') ?? '', decision, reasons, seen: numberIn(fields, 'revision') }
  const outcome = await decide({ ...act, person: act.person }, given)
  if (outcome === 'changed' || outcome === 'older') return show({ ...typed, fault: outcome })
  if (outcome !== 'decided') throw notFound()
  return c.redirect(`${urls.officeToolkit(undefined)}?done=${decision === 'publish' ? 'published' : 'returned'}`, 303)
}

/** Of the page that shows it. */
export const statusOf = ({ fault }: Typed): 200 | 409 | 422 =>
  fault === 'changed' || fault === 'older' ? 409 : fault ? 422 : 200
