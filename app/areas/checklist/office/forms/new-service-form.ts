/** The first form of a service: what it is, and the question about its place. */
import type { FormFields } from '../../../../platform/http/form.ts'
import type { ServiceFacts } from '../../schema.ts'
import { aboutFrom } from './about-form.ts'
import type { FormContext } from './context.ts'
import type { Parsed } from './form.ts'
import { placeFrom } from './place-form.ts'

/** Audiences and ages are asked on the page that follows: what was said of them stays. */
export function newServiceFrom(fields: FormFields, before: ServiceFacts, context: FormContext): Parsed<ServiceFacts> {
  const about = aboutFrom(fields, before, context)
  const place = placeFrom(fields, about.ok ? about.value : before, context)
  if (about.ok && place.ok) {
    return { ok: true, value: { ...place.value, audiences: before.audiences, ages: before.ages } }
  }
  return { ok: false, faults: [...(about.ok ? [] : about.faults), ...(place.ok ? [] : place.faults)] }
}
