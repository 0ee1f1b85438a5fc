import type { ChecklistDeps, Service } from '../checklist/index.ts'
import type { Named } from './proposal-rules.ts'

export interface ProposedTown extends Named {
  /** ISO 3166-1, upper case. */
  readonly country: string
  readonly slug: string
  /** Codes, the first is the one its texts are written in; may be empty. */
  readonly officialLanguages: readonly string[]
  readonly timeZone: string
}

/** What making proposals needs; the composition root gives it. */
export interface ProposalsDeps extends ChecklistDeps {
  readTown(id: string): Promise<ProposedTown | undefined>
  /** Published services of others that serve the town. */
  readInherited(id: string): Promise<readonly { readonly service: Service; readonly owner: Named }[]>
  /** Services that others offer and about which nobody has decided. */
  readOffered(id: string): Promise<readonly { readonly service: Service; readonly owner: Named }[]>
  /** The areas a town belongs to, narrowest first. */
  readAreas(id: string): Promise<readonly Named[]>
  /** Towns that have published, nearest first. */
  readNeighbours(id: string): Promise<readonly Named[]>
  /** Whose standard texts a town may take over. */
  readTextOwners(id: string): Promise<readonly string[]>
  /** Languages of a country. @param country upper case. */
  languagesOf(country: string): readonly string[]
}
