/** What the nights have shown of links that other areas keep. */
import type { Db } from '../../../platform/db/tables.ts'
import type { LinkTroubles, TroubleSaid } from '../../../platform/net/link-trouble.ts'
import { troubleOf } from './link-rules.ts'
import { readLinks } from './link-store.ts'
import { seenWords } from './present-findings.ts'

export function createLinkTroubles(db: Db): LinkTroubles {
  return async (translator, urls) => {
    const found = new Map<string, TroubleSaid>()
    for (const [url, state] of await readLinks(db, [...new Set(urls)])) {
      const kind = troubleOf(state)
      if (!kind) continue
      const broken = kind === 'link-gone' || kind === 'link-failing'
      found.set(url, {
        sentence: translator.t(`watching.findings.${kind}`),
        seen: seenWords(translator, { kind, seen: state.seen }),
        leadsTo: broken ? undefined : (state.leadsTo ?? undefined),
        broken,
      })
    }
    return found
  }
}
