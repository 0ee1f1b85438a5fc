/** A coordinator confirms or corrects what was found on a town's website. */
import { type Act, authorOf, recordAudit } from '../../platform/audit/audit.ts'
import type { FinderDeps } from './deps.ts'
import { type KeptFinding, lockFinding, readFinding, writeFinding } from './finding-store.ts'
import { contradicts, keyOf, type Said, type Saying, saidAbout } from './verdict-rules.ts'

export interface Asserted {
  readonly saying: Saying
  /** Of the page that there is. */
  readonly address: string | undefined
  /** Revision that the form showed. */
  readonly expected: number
}

/** `nothing`: there is nothing that could be right. `conflict`: somebody, or a look, was faster. */
export type SaidOutcome = 'said' | 'nothing' | 'conflict'

const same = (one: Said | undefined, other: Said): boolean =>
  one?.saying === other.saying && keyOf(one) === keyOf(other) && one.about === other.about

export async function sayWhatIsThere(
  { database }: FinderDeps,
  act: Act,
  authority: string,
  { saying, address, expected }: Asserted,
): Promise<SaidOutcome> {
  return database.db.transaction().execute(async (tx) => {
    await lockFinding(tx, authority)
    const known: KeptFinding = await readFinding(tx, authority)
    const said = saidAbout(saying, address, known.found)
    if (!said) return 'nothing'
    if (same(known.said, said) && !contradicts(known.found, known.said)) return 'said'
    if (known.revision !== expected) return 'conflict'
    const by = authorOf(act, null).person
    await writeFinding(tx, authority, { ...known, said: { ...said, at: act.at, by } }, act.at)
    await recordAudit(tx, act, { authority: null, subject: `website ${authority}`, detail: { said: saying } })
    return 'said'
  })
}
