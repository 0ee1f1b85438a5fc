/** A page of a town's website, as far as it matters to what the finder looks for; and the words it is read with. */
import { type Matcher, matcherOf } from './fold-rules.ts'
import type { Weights, WordList } from './words-schema.ts'

export interface PageLink {
  readonly href: string
  /** What it is called: its text, else its title or the text of its picture. */
  readonly text: string
}

export interface TownPage {
  /** As the page says; empty where it does not. */
  readonly lang: string
  readonly base: string | undefined
  readonly title: string
  readonly headings: readonly { readonly level: number; readonly text: string }[]
  /** Of the page itself, without menus, head and foot. */
  readonly paragraphs: readonly string[]
  /** Entries of lists, rows of tables, headings that fold something out: what a checklist is made of. */
  readonly entries: readonly string[]
  readonly links: readonly PageLink[]
  /** Frames of which the page consists, and where it sends browsers on to by itself. */
  readonly parts: readonly string[]
  /** It has scripts, which may show what was not sent. */
  readonly scripts: boolean
  /** It asks programs not to follow its links. */
  readonly nofollow: boolean
}

/** Ready to be asked. */
export interface Words {
  readonly topic: Matcher
  readonly child: Matcher
  readonly harm: Matcher
  readonly help: Matcher
  readonly around: Matcher
  readonly aside: Matcher
  readonly missing: Matcher
  readonly persons: Matcher
  readonly kinds: readonly { readonly kind: string; readonly names: Matcher }[]
}

/** Of several languages together: a town may write in all of them. */
export function wordsOf(lists: readonly WordList[]): Words {
  const all = (name: Exclude<keyof WordList, 'kinds'>) => matcherOf(lists.flatMap((list) => list[name]))
  const kinds = [...new Set(lists.flatMap((list) => Object.keys(list.kinds)))].sort()
  return {
    topic: all('topic'),
    child: all('child'),
    harm: all('harm'),
    help: all('help'),
    around: all('around'),
    aside: all('aside'),
    missing: all('missing'),
    persons: all('persons'),
    kinds: kinds.map((kind) => ({ kind, names: matcherOf(lists.flatMap((list) => list.kinds[kind] ?? [])) })),
  }
}

export interface Reading {
  /** By code of the language. */
  readonly lists: ReadonlyMap<string, WordList>
  readonly weights: Weights
}
