/** Short texts: a message to an office, what a town says of its use, why something is returned, a collection. Pure. */
import type { FormFields } from '../../platform/http/form.ts'
import { type FaultCode, wordsFault } from './form-rules.ts'

const longestMessage = 4_000
const longestUse = 400
const longestReasons = 2_000
const longestTitle = 120
const longestSentence = 300
const mostCollected = 50

/** Of a question: the town whose practice it is about, or the one that asks. */
export type Side = 'town' | 'asker'

export type MessageFault = 'textMissing' | 'long'

export function messageFault(text: string): MessageFault | undefined {
  if (text === '') return 'textMissing'
  return text.length > longestMessage ? 'long' : undefined
}

type Checks = Parameters<typeof wordsFault>[1]

export function useFault(text: string, checks: Checks): MessageFault | FaultCode | undefined {
  if (text === '') return 'textMissing'
  return text.length > longestUse ? 'long' : wordsFault(text, checks)
}

export function reasonsFault(text: string): 'reasonsMissing' | 'long' | undefined {
  if (text === '') return 'reasonsMissing'
  return text.length > longestReasons ? 'long' : undefined
}

export interface CollectionFacts {
  readonly language: string
  readonly title: string
  readonly sentence: string
  /** Ids, in order. */
  readonly practices: readonly string[]
}

export interface CollectionFault {
  readonly field: 'language' | 'title' | 'sentence' | 'practices'
  readonly code: 'language' | 'titleMissing' | 'sentenceMissing' | 'long' | 'practices' | 'practicesMany'
}

const id = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/

/** One address of a practice a line; what names none is a fault. */
function practicesFrom(text: string, faults: CollectionFault[]): string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const found = lines.map((line) => id.exec(line)?.[0])
  const ids = [...new Set(found.filter((one) => one !== undefined))]
  if (ids.length === 0 || found.includes(undefined)) faults.push({ field: 'practices', code: 'practices' })
  else if (ids.length > mostCollected) faults.push({ field: 'practices', code: 'practicesMany' })
  return ids
}

export function collectionFrom(
  fields: FormFields,
  languages: ReadonlySet<string>,
): CollectionFacts | { readonly faults: readonly CollectionFault[] } {
  const typed = (name: string) => fields.get(name)?.[0]?.trim() ?? ''
  const faults: CollectionFault[] = []
  const [language, title, sentence] = [typed('language'), typed('title'), typed('sentence')]
  if (title === '') faults.push({ field: 'title', code: 'titleMissing' })
  if (title.length > longestTitle) faults.push({ field: 'title', code: 'long' })
  if (sentence === '') faults.push({ field: 'sentence', code: 'sentenceMissing' })
  if (sentence.length > longestSentence) faults.push({ field: 'sentence', code: 'long' })
  if (!languages.has(language)) faults.push({ field: 'language', code: 'language' })
  const practices = practicesFrom(typed('practices'), faults)
  return faults.length > 0 ? { faults } : { language, title, sentence, practices }
}
