import { readAuthority } from '../areas/authorities/index.ts'
import { authoritiesWithDrafts, publish, wantsTwoPairs } from '../areas/checklist/index.ts'
import { actOf } from '../platform/audit/audit.ts'
import type { Services } from '../services.ts'
import { authorityByCode } from './authority-by-code.ts'
import { type Command, say, UsageFault, withServices } from './command.ts'

export const command: Command = {
  options: { authority: { type: 'string' }, all: { type: 'boolean' } },
  run: async (_, values) => {
    const code = values['authority']
    if ((typeof code === 'string') === (values['all'] === true)) throw new UsageFault('Give --authority CODE or --all')
    return withServices(async (services) => {
      const ids =
        typeof code === 'string'
          ? [(await authorityByCode(services, code)).id]
          : await authoritiesWithDrafts(services.database.db)
      const outcomes: boolean[] = []
      for (const id of ids) {
        if (typeof code !== 'string' && (await wantsTwoPairs(services.database.db, id))) await sayWaits(services, id)
        else outcomes.push(await publishOne(services, id))
      }
      return outcomes.every(Boolean) ? 0 : 2
    })
  },
}

/** Two people of the town decide there. The operator can still name the town alone, where nobody else can. */
async function sayWaits({ database: { db } }: Services, id: string): Promise<void> {
  say(`${(await readAuthority(db, id))?.name ?? id}: left to the town, which wants two pairs of eyes`)
}

/** @returns false where the draft was refused. */
async function publishOne(services: Services, id: string): Promise<boolean> {
  const { database, clock } = services
  const act = actOf('command', 'checklist.publish', clock.now())
  const outcome = await publish(services.checklist, act, id)
  const name = (await readAuthority(database.db, id))?.name ?? id
  if (outcome.outcome === 'needs-approval' || outcome.outcome === 'draft-changed') {
    throw new Error('a command looks at no page and needs no approval')
  }
  if (outcome.outcome === 'refused') {
    say(`${name}: refused`)
    for (const fault of outcome.faults) {
      say(`  ${fault.service ?? fault.kind ?? 'introduction'}: ${fault.code} (${fault.path.join('.')})`)
    }
    return false
  }
  say(`${name}: ${outcome.outcome}, version ${outcome.version}`)
  return true
}
