/** What became of a service since an officer looked at it, field by field. */
import { type DraftService, serviceSince } from '../../service.ts'
import type { OfficeChecklistDeps } from '../deps.ts'
import { factWords, type OfficeRequest } from '../office-request.ts'
import type { ChangedView } from '../pages/changed-notice.tsx'
import { servedChoices } from '../part-request.ts'
import { differencesOf } from '../present-differences.ts'
import { factRows } from '../present-facts.ts'
import { partIds } from '../service-parts.ts'
import { authorsWords, savedWords } from './authors.ts'

/** @param revision that the officer looked at. */
export async function changedSince(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  current: DraftService,
  revision: number,
): Promise<ChangedView> {
  const now = { revision, current: { ...current, value: current.facts } }
  const { base, authors } = await serviceSince(deps.database.db, office.authority.id, current.id, now)
  const served = [...new Set([...(base?.serves ?? []), ...current.facts.serves])]
  const words = factWords(office, deps, await servedChoices(deps, office, served))
  const rows = (facts: typeof current.facts) => partIds.flatMap((part) => factRows(part, facts, words))
  const differences = base ? differencesOf(rows(base), rows(current.facts)) : []
  return {
    by: await authorsWords(deps, office, authors),
    at: savedWords(office, current),
    changes: differences.map(({ label, before, after }) => ({ label, before: lines(before), now: lines(after) })),
  }
}

const lines = (text: string): string[] => (text === '' ? [] : text.split('\n'))
