/**
 * Names for statements that are asked again and again, so that the database plans them once: to plan a query of the public
 * side takes it longer than to answer it. As in PostgreSQL's driver for Java, a statement is prepared when it is asked for the fifth
 * time, and no more than 256 are: a text that differs each time is planned each time.
 */
import { hash } from 'node:crypto'

const askedBefore = 4
const mostNames = 256
/** Texts of which it is counted how often they were asked. */
const mostCounted = 2_000

export interface StatementNames {
  /** Undefined: it is not worth preparing yet. */
  nameOf(text: string): string | undefined
}

export function createStatementNames(): StatementNames {
  const asked = new Map<string, number>()
  const names = new Map<string, string>()
  return {
    nameOf: (text) => {
      const known = names.get(text)
      if (known !== undefined || names.size >= mostNames) return known
      const times = asked.get(text) ?? 0
      if (times < askedBefore) {
        if (asked.size >= mostCounted) asked.clear()
        asked.set(text, times + 1)
        return undefined
      }
      const name = hash('sha256', text).slice(0, 32)
      names.set(text, name)
      asked.delete(text)
      return name
    },
  }
}
