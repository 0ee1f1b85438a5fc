/** Two states of what a town says, thing by thing and fact by fact, in words. */
import type { RecordedChange } from '../change-store.ts'
import type { Said } from '../changes.ts'
import type { Change } from '../rules.ts'
import { same } from '../same.ts'
import { fieldName } from './pages/change-list.tsx'
import { changeDifferences, changedThing } from './present-changes.ts'
import type { FactWords } from './present-facts.ts'
import { type MarkedTexts, markWords } from './present-words.ts'

export interface ComparedThing {
  readonly type: Change['type']
  readonly change: Change['change']
  /** Of the kind or of the service; undefined for the introduction. */
  readonly name: string | undefined
  readonly facts: readonly ({ readonly label: string } & MarkedTexts)[]
  /** Names of what differs where no fact does, such as the day on which somebody looked. */
  readonly fields: readonly string[]
}

type Two = { readonly before: Said | undefined; readonly after: Said }

/** The change with what it is about: whole, before and after. */
function recorded({ type, id }: Change, { before, after }: Two): RecordedChange {
  if (type === 'introduction') {
    return { thing: type, id: '', before: before?.introduction ?? {}, after: after.introduction }
  }
  if (type === 'answer') {
    const of = (said: Said | undefined) => said?.answers.find(({ kind }) => kind === id) ?? null
    return { thing: type, id, before: of(before), after: of(after) }
  }
  const of = (said: Said | undefined) => said?.services.find((one) => one.id === id) ?? null
  return { thing: type, id, before: of(before), after: of(after) }
}

/** A change in words, whole texts marked word by word. */
function comparedThing(
  change: RecordedChange,
  { type, change: how, fields }: Pick<Change, 'type' | 'change' | 'fields'>,
  words: FactWords,
): ComparedThing {
  const facts = changeDifferences(change, { ...words, everyLanguage: true })
  return {
    type,
    change: how,
    name: changedThing(change, words),
    facts: facts.map(({ label, before, after }) => ({ label, ...markWords(before, after) })),
    fields:
      facts.length > 0 || type === 'introduction' ? [] : fields.map((field) => fieldName(words.translator, field)),
  }
}

/** In the order of the page: introduction, answers, services. */
export function presentComparison(
  { changes, ...two }: Two & { readonly changes: readonly Change[] },
  words: FactWords,
): ComparedThing[] {
  return changes.map((change) => comparedThing(recorded(change, two), change, words))
}

/** Of a draft: what stands there, and what would. */
export function presentDraftChanges(changes: readonly RecordedChange[], words: FactWords): ComparedThing[] {
  return changes.map((change) => {
    const { thing: type, before, after } = change
    const how = before === null ? 'added' : after === null ? 'removed' : 'changed'
    const [left, right] = [new Map(Object.entries(before ?? {})), new Map(Object.entries(after ?? {}))]
    const fields = [...right.keys()].filter((field) => !same(left.get(field), right.get(field)))
    return comparedThing(change, { type, change: how, fields }, words)
  })
}
