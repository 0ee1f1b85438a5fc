/** What has changed between two revisions of a text, line by line.*/
import { diffArrays } from 'diff'
import type { KeptFile } from '../../platform/files/file-types.ts'
import { blocksOf, linesOf } from './markdown.ts'
import type { ResourceText } from './resource-schema.ts'

export interface TextChange {
  /** Lines that are gone; empty where something was only added. */
  readonly before: readonly string[]
  readonly now: readonly string[]
}

type Words = Pick<ResourceText, 'title' | 'summary' | 'body' | 'link' | 'file'>
/** A file is another one where this is another. */
const fileLine = ({ type, sha256 }: KeptFile) => `[${type.toUpperCase()} ${sha256.slice(0, 8)}]`

const linesIn = ({ title, summary, body, link, file }: Words) => [
  title,
  summary,
  ...linesOf(blocksOf(body)),
  ...((link ?? '') ? [link ?? ''] : []),
  ...(file ? [fileLine(file)] : []),
]

/** In the order of the text. */
export function changesBetween(before: Words, now: Words): TextChange[] {
  const changes: { before: string[]; now: string[] }[] = []
  let open = false
  for (const { added, removed, value } of diffArrays(linesIn(before), linesIn(now))) {
    if (!added && !removed) {
      open = false
      continue
    }
    if (!open) changes.push({ before: [], now: [] })
    open = true
    changes.at(-1)?.[added ? 'now' : 'before'].push(...value)
  }
  return changes
}
