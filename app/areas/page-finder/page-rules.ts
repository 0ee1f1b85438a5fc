/** What stands on one page of a town's website. */
import { evidenceOf } from './evidence-rules.ts'
import { fold } from './fold-rules.ts'
import { pathWords } from './link-rules.ts'
import type { TownPage, Words } from './reading-rules.ts'
import type { Weights } from './words-schema.ts'

export interface Judged {
  readonly verdict: 'checklist' | 'page' | 'none'
  readonly points: number
  /** Of the checklist, that entries of lists on the page name. */
  readonly kinds: readonly string[]
  /** Its title says what it is about. */
  readonly titled: boolean
  /** One sentence of the page that shows it; empty where none can be quoted. */
  readonly sentence: string
}

export const nothing: Judged = { verdict: 'none', points: 0, kinds: [], titled: false, sentence: '' }

/** A page that says it is not there, whatever the status of the answer. */
function isMissing({ title, headings }: TownPage, words: Words): boolean {
  const head = [title, ...headings.slice(0, 2).map(({ text }) => text)]
  return head.some((text) => words.missing(fold(text)).length > 0)
}

interface Parts {
  /** Its title and its first headings. */
  readonly head: string
  readonly headings: readonly string[]
  readonly text: string
  readonly path: string
}

function partsOf(page: TownPage, url: URL): Parts {
  const first = page.headings.filter(({ level }) => level === 1).map(({ text }) => text)
  return {
    head: fold([page.title, ...first].join(' . ')),
    headings: page.headings.filter(({ level }) => level > 1).map(({ text }) => fold(text)),
    text: fold([...page.paragraphs, ...page.entries].join(' . ')),
    path: pathWords(url),
  }
}

const least = (number: number, most: number): number => Math.min(number, most)

function headPoints({ head, path }: Parts, words: Words, { points }: Weights): number {
  const has = (matcher: Words['topic']) => matcher(head).length > 0
  const [topic, child] = [has(words.topic), has(words.child)]
  const aside = has(words.aside) || words.aside(path).length > 0
  return (
    (topic ? points.titleTopic : 0) +
    (!topic && child && has(words.harm) ? points.titleChildAndHarm : 0) +
    (!topic && child && !has(words.harm) && has(words.help) ? points.titleChildAndHelp : 0) +
    (aside ? points.titleAside : 0)
  )
}

function bodyPoints({ headings, text }: Parts, words: Words, { points, mostCounted }: Weights): number {
  const topics = headings.filter((one) => words.topic(one).length > 0).length
  const both = headings.filter((one) => words.child(one).length > 0 && words.harm(one).length > 0).length
  return (
    least(topics, mostCounted.headings) * points.headingTopic +
    least(Math.max(0, both - topics), mostCounted.headings) * points.headingChildAndHarm +
    least(words.topic(text).length, mostCounted.textTopics) * points.textTopic +
    least(words.harm(text).length, mostCounted.textHarms) * points.textHarm +
    least(words.help(text).length, mostCounted.textHelps) * points.textHelp
  )
}

/** Kinds that entries name, each entry the one whose name in it is the longest. */
export function kindsIn(entries: readonly string[], words: Words): string[] {
  const found = new Set<string>()
  for (const entry of entries) {
    const folded = fold(entry)
    const named = words.kinds.flatMap(({ kind, names }) => names(folded).map((name) => ({ kind, length: name.length })))
    const [best] = named.sort((a, b) => b.length - a.length)
    if (best) found.add(best.kind)
  }
  return [...found].sort()
}

export function judgePage(page: TownPage, url: URL, words: Words, weights: Weights): Judged {
  if (isMissing(page, words)) return nothing
  const parts = partsOf(page, url)
  const { needs, points, mostCounted } = weights
  // A page that speaks of no child is about somebody else.
  if (words.child(`${parts.head} . ${parts.text}`).length === 0) return nothing
  const kinds = kindsIn(page.entries, words)
  const base = headPoints(parts, words, weights) + bodyPoints(parts, words, weights)
  const total = base + least(kinds.length, mostCounted.kinds) * points.kind
  const titled = words.topic(parts.head).length > 0
  const sentence = () => evidenceOf(page, words)
  if (kinds.length >= needs.checklistKinds && base >= needs.checklistPage) {
    return { verdict: 'checklist', points: total, kinds, titled, sentence: sentence() }
  }
  if (total >= needs.page && words.help(parts.text).length >= needs.pageHelps) {
    return { verdict: 'page', points: total, kinds, titled, sentence: sentence() }
  }
  return { ...nothing, points: total }
}
