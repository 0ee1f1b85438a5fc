/** What a play cost, part by part, and which pages it saw. */

export interface Counts {
  /** Links, buttons, choices, files. */
  clicks: number
  /** Sent with POST. */
  forms: number
  /** Whole pages that were read. */
  pages: number
  /** Typed into. */
  fields: number
}

interface Part extends Counts {
  readonly name: string
  readonly minutes: number
}

export interface Book {
  /** Of the part that is played. */
  readonly now: Counts
  /** Titles of pages, each once, in the order in which they were seen. */
  readonly titles: Set<string>
  /** Plays a part and notes what it cost. */
  part<T>(name: string, play: () => Promise<T>): Promise<T>
  table(): string
}

const nothing = (): Counts => ({ clicks: 0, forms: 0, pages: 0, fields: 0 })

export function openBook(): Book {
  const now = nothing()
  const parts: Part[] = []
  return {
    now,
    titles: new Set(),
    part: async (name, play) => {
      Object.assign(now, nothing())
      const begun = performance.now()
      const result = await play()
      parts.push({ name, ...now, minutes: (performance.now() - begun) / 60_000 })
      console.error(`played: ${name}`)
      return result
    },
    table: () => tableOf(parts),
  }
}

function tableOf(parts: readonly Part[]): string {
  const rows = parts.map(({ name, clicks, forms, pages, fields, minutes }) =>
    [name, clicks, forms, pages, fields, minutes.toFixed(1)].join(' | '),
  )
  const head = ['part', 'clicks', 'forms', 'pages', 'fields typed', 'minutes'].join(' | ')
  return [head, '--- | --- | --- | --- | --- | ---', ...rows].map((row) => `| ${row} |`).join('\n')
}
