/** Who saved in between, and when, in words. */
import type { Author } from '../../../../platform/audit/audit.ts'
import { inSentence } from '../../../../ui/lists.ts'
import type { OfficeChecklistDeps } from '../deps.ts'
import type { OfficeRequest } from '../office-request.ts'
import { authorName, longMoment } from '../wording.ts'

export async function authorsWords(
  { personNames }: Pick<OfficeChecklistDeps, 'personNames'>,
  { translator }: Pick<OfficeRequest, 'translator'>,
  authors: readonly Author[],
): Promise<string> {
  const names = await personNames(authors.flatMap(({ person }) => person ?? []))
  return inSentence(translator.tag, [...new Set(authors.map((author) => authorName(translator, author, names)))])
}

export function savedWords(
  { translator, authority }: OfficeRequest,
  { changedAt }: { readonly changedAt: Temporal.Instant },
): string {
  return longMoment(translator, changedAt, authority.timeZone)
}
