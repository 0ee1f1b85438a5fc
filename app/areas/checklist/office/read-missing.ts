import { townClocks } from '../clock-store.ts'
import { missingItems } from '../missing-rules.ts'
import { readKeptDraft, withStandardTexts } from '../service.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import type { OfficeRequest } from './office-request.ts'
import type { MissingWords } from './present-missing.ts'

export type Draft = Awaited<ReturnType<typeof readKeptDraft>>

/** What a town has drafted, with the standard texts that its services use. */
export async function readSaid({ database }: Pick<OfficeChecklistDeps, 'database'>, authority: string) {
  const draft = await readKeptDraft(database, authority)
  const facts = draft.services.map((service) => service.facts)
  const said = await withStandardTexts(database.db, facts)
  const services = draft.services.map((service, index) => ({ ...service, facts: said[index] ?? service.facts }))
  return { ...draft, services } satisfies Draft
}

/** What a town has still to say, as its draft stands. */
export async function readMissing(deps: OfficeChecklistDeps, { authority, today }: OfficeRequest, draft: Draft) {
  const looked = {
    today,
    clocks: await townClocks(deps, authority.id),
    servedByOthers: await deps.readKindsServedByOthers(authority.id),
    asked: await deps.readAskedProviders(authority, today),
  }
  return { looked, items: missingItems(deps, draft, looked) }
}

export function missingWords(
  { translator, frame, official }: OfficeRequest,
  { checklist }: OfficeChecklistDeps,
  draft: Draft,
): MissingWords {
  const names = new Map(draft.services.map(({ id, facts }) => [id, facts.name]))
  return { translator, checklist, town: frame.town, names, official }
}
