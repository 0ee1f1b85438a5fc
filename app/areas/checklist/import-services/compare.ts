import type { ServiceFacts } from '../schema.ts'
import { sha256Of } from '../snapshot-store.ts'
import type { ParsedRecord } from './check-record.ts'
import type { DraftRow } from './import-store.ts'
import { laterCheck, withList } from './list-wins-rules.ts'
import type { Winner } from './winner-rules.ts'

/** Of facts that somebody holds for a while: a list is compared with them each time it is looked at. */
const known = new WeakMap<ServiceFacts, string>()

function shaOf(facts: ServiceFacts): string {
  const before = known.get(facts)
  if (before !== undefined) return before
  const sha256 = sha256Of(facts)
  known.set(facts, sha256)
  return sha256
}

/** A check says that the facts are right, and changes none of them: whoever checks a service does not take it from its list. */
const isAsImported = ({ facts, sourceSha256 }: DraftRow, parsed: ParsedRecord): boolean =>
  shaOf(facts) === sourceSha256 ||
  [null, parsed.facts.checked].some((checked) => sha256Of({ ...facts, checked }) === sourceSha256)

/** What is to be written where `compareWithDraft` says so. */
export const factsToWrite = (parsed: ParsedRecord, draft: DraftRow): ServiceFacts =>
  isAsImported(draft, parsed)
    ? { ...parsed.facts, checked: laterCheck(draft.facts.checked, parsed.facts.checked) }
    : withList(draft.facts, parsed.facts)

/**
 * What an import does with a service.
 *
 * edited, removed: the file says something new, but an officer has worked on the draft since the last import. What was
 * edited gives way where the list wins; what was taken out stays out.
 * stays-confidential: a file never makes a confidential place public; an officer may.
 */
export function compareWithDraft(
  parsed: ParsedRecord,
  draft: DraftRow | undefined,
  winner: Winner = 'own',
): 'write' | 'unchanged' | 'edited' | 'removed' | 'stays-confidential' {
  if (!draft) return 'write'
  // The file says what it said last time, whatever an officer has made of it since.
  if (parsed.sha256 === draft.sourceSha256) return 'unchanged'
  if (draft.removed) return 'removed'
  if (draft.facts.place.type === 'confidential' && parsed.facts.place.type !== 'confidential') {
    return 'stays-confidential'
  }
  if (parsed.sha256 === shaOf(draft.facts)) return 'unchanged'
  return winner === 'list' || isAsImported(draft, parsed) ? 'write' : 'edited'
}
