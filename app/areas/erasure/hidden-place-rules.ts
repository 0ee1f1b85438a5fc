/** What says where a place is goes out of texts once the place is confidential (mission, rule 6). */
import { leftOut } from './match-rules.ts'
import type { Cleaner } from './walk-rules.ts'

/** Ids and days hold digits that may be those of a postcode, and tell nobody anything. */
const wordless = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?)$/

/** Takes out each line of a text that says where the place is; all of it where only its lines together do. */
export function placeCleaner(saysWhere: (text: string) => boolean): Cleaner {
  const takes = (text: string) => !wordless.test(text) && saysWhere(text)
  return {
    takes,
    without: (text) => {
      const kept = text
        .split('\n')
        .map((line) => (takes(line) ? leftOut : line))
        .join('\n')
      return takes(kept) ? leftOut : kept
    },
  }
}
