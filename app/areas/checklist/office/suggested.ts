/** Whose suggestion something is that the office has taken over, in words. */
import { apart } from '../../../ui/lists.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import type { OfficeRequest } from './office-request.ts'

/** @param about.service null: the answer to the kind. @returns undefined where it was no suggestion. */
export async function suggestedWords(
  deps: Pick<OfficeChecklistDeps, 'readSuggestion'>,
  { authority, translator: { t, language } }: Pick<OfficeRequest, 'authority' | 'translator'>,
  about: { readonly kind: string; readonly service: string | null },
): Promise<string | undefined> {
  const found = await deps.readSuggestion(authority.id, about)
  if (!found) return undefined
  const { by, directory } = found
  const owner = by && apart(by.names[language] ?? by.name)
  if (owner !== undefined && directory !== null) {
    return t('proposal.fromDirectory', { owner, directory: apart(directory) })
  }
  return owner === undefined ? t('proposal.fromChecklist') : t('proposal.from', { owner })
}
