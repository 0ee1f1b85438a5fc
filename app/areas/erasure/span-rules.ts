/** Parts of a text. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** In their order; those that touch or overlap are one. */
export function merged(spans: readonly Span[]): Span[] {
  const all: Span[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1)
    if (last && span.from <= last.to) all[all.length - 1] = { from: last.from, to: Math.max(last.to, span.to) }
    else all.push(span)
  }
  return all
}

/** The text with something else in place of each part. @param spans as `merged` gives them. */
export function replaced(text: string, spans: readonly Span[], by: string): string {
  const kept = spans.map((span, index) => text.slice(index === 0 ? 0 : spans[index - 1]?.to, span.from))
  return [...kept, text.slice(spans.at(-1)?.to ?? 0)].join(by)
}
