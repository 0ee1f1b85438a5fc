/** Web addresses of help numbers. Pure. */
import type { Helplines } from './helpline-data.ts'
import type { KeptLine } from './merge-rules.ts'
import { linesOf } from './rules.ts'

/** Of all countries, each once. */
export const linksOfHelplines = ({ list }: Pick<Helplines, 'list'>): string[] => [
  ...new Set(list.flatMap((country) => linesOf(country).flatMap(({ url }) => url ?? []))),
]

/** Of lines that somebody can still correct. */
export const linksOfLines = (lines: readonly KeptLine[]): string[] => [
  ...new Set(lines.flatMap(({ facts, withdrawn }) => (withdrawn || facts.url === null ? [] : [facts.url]))),
]
