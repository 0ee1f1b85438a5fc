/** Which links of a town's website may lead to a page for children's welfare. */
import { fold } from './fold-rules.ts'
import type { PageLink, Words } from './reading-rules.ts'

const points = {
  topic: 10,
  childAndHarm: 8,
  childAndHelp: 6,
  child: 4,
  harm: 4,
  help: 2,
  around: 3,
  aside: -8,
} as const

/** What the address itself says, as words. */
export function pathWords(url: URL): string {
  const text = url.pathname + url.search
  const decoded = /%[0-9a-f]{2}/i.test(text) ? decodedOr(text) : text
  return fold(decoded.replace(/[-_/+.?=&,;]+|\.\w{2,5}$/g, ' '))
}

function decodedOr(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function pointsOf(folded: string, words: Words): number {
  const has = (name: 'topic' | 'child' | 'harm' | 'help' | 'around' | 'aside') => words[name](folded).length > 0
  const [child, harm, help] = [has('child'), has('harm'), has('help')]
  return (
    (has('topic') ? points.topic : 0) +
    (child && harm ? points.childAndHarm : child && help ? points.childAndHelp : child ? points.child : 0) +
    (harm && !child ? points.harm : 0) +
    (help && !child ? points.help : 0) +
    (has('around') ? points.around : 0) +
    (has('aside') ? points.aside : 0)
  )
}

/** @param url where the link leads. @returns the higher, the sooner it is followed. */
export function linkPoints({ text }: PageLink, url: URL, words: Words): number {
  const said = pointsOf(fold(text.slice(0, 150)), words)
  const path = pointsOf(pathWords(url), words)
  // Words in a path alone are less than a name; those that lead elsewhere count wherever they stand.
  return path < 0 || said < 0 ? said + Math.min(path, 0) : Math.max(said, path * 0.7)
}

export interface Candidate {
  readonly url: URL
  readonly depth: number
  readonly points: number
}

/** The best of those that wait, the nearest and first of equals; it waits no longer. */
export function takeBest(waiting: Candidate[]): Candidate | undefined {
  let best = 0
  for (const [index, each] of waiting.entries()) {
    const chosen = waiting[best]
    if (!chosen) break
    if (each.points > chosen.points || (each.points === chosen.points && each.depth < chosen.depth)) best = index
  }
  return waiting.splice(best, 1)[0]
}
