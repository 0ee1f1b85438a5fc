import type { WrittenIn } from '../written-in.ts'

export interface ListedPiece {
  readonly href: string
  readonly title: string
  readonly summary: string
  /** The language of title and summary. */
  readonly words: WrittenIn
  readonly facts: readonly string[]
}

/** What was found in a library. */
export function ListedPieces({ pieces }: { readonly pieces: readonly ListedPiece[] }) {
  if (pieces.length === 0) return null
  return (
    <ul class="list">
      {pieces.map(({ href, title, summary, words, facts }) => (
        <li>
          <a href={href}>
            <bdi lang={words.lang} dir={words.dir}>
              {title}
            </bdi>
          </a>
          <p lang={words.lang} dir={words.dir}>
            {summary}
          </p>
          <p class="dim">{facts.join(' · ')}</p>
        </li>
      ))}
    </ul>
  )
}
