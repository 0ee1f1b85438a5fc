/** What an act of the office changed, field by field, in words. */
import type { RecordedChange } from '../change-store.ts'
import type { ServiceFacts } from '../schema.ts'
import { type Difference, differencesOf } from './present-differences.ts'
import { answerRows, type FactRow, type FactWords, factRows, wordsOf } from './present-facts.ts'
import { partIds } from './service-parts.ts'
import { kindName, textIn } from './wording.ts'

/** Authorities that a change names: whoever shows it needs their names. */
export function servedIn(change: RecordedChange): string[] {
  if (change.thing !== 'service') return []
  return [change.before, change.after].flatMap((facts) => facts?.serves ?? [])
}

/** What was changed, by name: the kind, the service; undefined for the introduction. */
export function changedThing(change: RecordedChange, { translator, checklist }: FactWords): string | undefined {
  if (change.thing === 'introduction') return undefined
  if (change.thing === 'answer') return kindName(translator, checklist, change.id)
  return textIn((change.after ?? change.before)?.name ?? {}, [translator.language])
}

export function changeDifferences(change: RecordedChange, words: FactWords): Difference[] {
  const { t } = words.translator
  const rowsOf = (facts: ServiceFacts | null): FactRow[] =>
    facts ? partIds.flatMap((part) => (part === 'languages' ? [] : factRows(part, facts, words))) : []
  switch (change.thing) {
    case 'introduction': {
      const label = t('checklist.office.introduction.title')
      const rows = (text: typeof change.before) => [{ group: '', label, values: wordsOf(text ?? {}, words) }]
      return differencesOf(rows(change.before), rows(change.after))
    }
    case 'answer':
      return differencesOf(answerRows(change.before ?? undefined, words), answerRows(change.after ?? undefined, words))
    case 'service':
      return differencesOf(rowsOf(change.before), rowsOf(change.after))
  }
}
