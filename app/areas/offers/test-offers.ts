/** Services that are offered, for tests. */
import { actOf } from '../../platform/audit/audit.ts'
import { newId } from '../../platform/ids.ts'
import type { Services } from '../../services.ts'
import { publish, type ServiceFacts, saveService, serviceFacts } from '../checklist/index.ts'

export const written = (text: string) => ({ en: { text, origin: 'person' } }) as const

/** Published by an authority, for whom it names. @returns its id. */
export async function publishService(
  { checklist, clock }: Pick<Services, 'checklist' | 'clock'>,
  publisher: string,
  given: Partial<ServiceFacts>,
): Promise<string> {
  const act = actOf('test', 'checklist.test', clock.now())
  const id = newId()
  const facts = { ...serviceFacts.parse({ kinds: ['trauma-therapy'], name: written('Harbour') }), ...given }
  for (const outcome of [
    await saveService(checklist, act, publisher, id, facts, 0),
    await publish(checklist, act, publisher),
  ]) {
    if (outcome.outcome !== 'saved' && outcome.outcome !== 'published') throw new Error(JSON.stringify(outcome))
  }
  return id
}
