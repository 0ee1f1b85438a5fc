/** Entries of several towns in words, fact by fact: what they say alike once, what differs for each. */
import type { JoinedService } from '../joining/joining-rules.ts'
import type { Answer, LocalText } from '../schema.ts'
import { answerRows, type FactRow, type FactWords, factRows, wordsOf } from './present-facts.ts'
import { partIds } from './service-parts.ts'

/** One of the entries that are compared, and where it comes from. */
export interface Entry {
  readonly key: string
  /** Name of the town; of a service with its own name where a town has several. */
  readonly name: string
  /** Of a town of which this one was a part: what is left to the other parts is theirs. */
  readonly shared?: boolean
}

export interface ComparedFact {
  readonly label: string
  /** What all of them say. */
  readonly alike: readonly string[] | undefined
  /** What each says, by its key; empty where they say the same. */
  readonly each: readonly { readonly key: string; readonly values: readonly string[] }[]
}

/** Facts of each in the order of the forms; what nobody says is left out. */
function compareRows(entries: readonly { readonly key: string; readonly rows: readonly FactRow[] }[]): ComparedFact[] {
  const labels = [...new Set(entries.flatMap(({ rows }) => rows.map(({ label }) => label)))]
  return labels.flatMap((label): ComparedFact[] => {
    const each = entries.map(({ key, rows }) => ({
      key,
      values: rows.find((row) => row.label === label)?.values ?? [],
    }))
    if (each.every(({ values }) => values.length === 0)) return []
    const [first] = each
    const alike = each.every(({ values }) => values.join('\n') === first?.values.join('\n'))
    return [{ label, alike: alike ? first?.values : undefined, each: alike ? [] : each }]
  })
}

/** Without the count of translations, which says nothing about families. */
const compared = partIds.filter((part) => part !== 'languages')

export function compareServices(services: readonly JoinedService[], words: FactWords): ComparedFact[] {
  return compareRows(
    services.map(({ id, facts }) => ({ key: id, rows: compared.flatMap((part) => factRows(part, facts, words)) })),
  )
}

export function compareAnswers(
  answers: readonly { readonly key: string; readonly answer: Answer }[],
  words: FactWords,
): ComparedFact[] {
  return compareRows(answers.map(({ key, answer }) => ({ key, rows: answerRows(answer, words) })))
}

export function compareTexts(
  label: string,
  texts: readonly { readonly key: string; readonly text: LocalText }[],
  words: FactWords,
): ComparedFact[] {
  return compareRows(
    texts.map(({ key, text }) => ({ key, rows: [{ label, group: 'text', values: wordsOf(text, words) }] })),
  )
}
