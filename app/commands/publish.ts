import { readAuthority } from '../areas/authorities/index.ts'
import { authoritiesWithDrafts, publish } from '../areas/checklist/index.ts'
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
      for (const id of ids) outcomes.push(await publishOne(services, id))
      return outcomes.every(Boolean) ? 0 : 2
    })
  },
}

/** @returns false where the draft was refused. */
async function publishOne(services: Services, id: string): Promise<boolean> {
  const { database, clock } = services
  const act = actOf('command', 'checklist.publish', clock.now())
  const outcome = await publish(services.checklist, act, id)
  const name = (await readAuthority(database.db, id))?.name ?? id
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
