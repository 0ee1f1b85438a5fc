/** What other public pages say of the register. */
import { urls } from '../../urls.ts'
import type { Countries } from '../authorities/index.ts'
import type { WhoSigned } from '../help-pages/index.ts'
import { registerTag } from '../register/index.ts'
import { readMap } from './map-facts.ts'
import { type MemoryDeps, readCells } from './memory.ts'
import { TakingPart } from './pages/taking-part.tsx'
import { standingSentence } from './site-words.ts'

export function createWhoSigned(
  deps: MemoryDeps & { readonly site: { readonly countries: Countries }; readonly authorised: string | undefined },
): WhoSigned {
  return {
    dependsOn: registerTag,
    async everywhere(translator) {
      const counts = standingSentence(translator, await readCells(deps))
      if (counts === undefined) return undefined
      const size = await readMap(deps)
      return TakingPart({ translator, counts, size, authorised: deps.authorised })
    },
    async inCountry(translator, iso) {
      const text = standingSentence(translator, await readCells(deps), iso)
      return text === undefined ? undefined : { text, href: urls.register(translator.language, { country: iso }) }
    },
  }
}
