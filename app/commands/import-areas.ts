import { importAreas, readCsv } from '../areas/authorities/index.ts'
import { actOf } from '../platform/audit/audit.ts'
import type { Services } from '../services.ts'
import { type Command, type OptionValues, required, say, sayRefusals, UsageFault, withServices } from './command.ts'

const kinds = ['district', 'region', 'joint'] as const

/** Which towns belong to a police, court or health area. */
export const command: Command = {
  options: {
    country: { type: 'string' },
    'create-areas': { type: 'string' },
    complete: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  run: async ([file], values) => {
    if (!file) throw new UsageFault('import areas needs a file')
    const country = required(values, 'country')
    return withServices((services) => importList(services, file, country, values))
  },
}

async function importList(services: Services, file: string, country: string, values: OptionValues): Promise<number> {
  const { database, clock, reference } = services
  const { countries, languages } = reference
  const act = actOf('command', 'authorities.import-areas', clock.now())
  const report = await importAreas({ database, clock, countries, languages }, act, {
    rows: readCsv(file),
    country,
    createAreas: kindGiven(values['create-areas']),
    complete: values['complete'] === true,
    dryRun: values['dry-run'] === true,
  })
  sayRefusals(report.refusals)
  if (report.ignoredColumns.length > 0) say(`columns not read: ${report.ignoredColumns.join(', ')}`)
  const { added, unchanged, ended, areasCreated, refused } = report
  say(`added ${added}, unchanged ${unchanged}, ended ${ended}, areas added ${areasCreated}, refused ${refused}`)
  if (values['complete'] === true && refused > 0) say('nothing was ended, because rows were refused')
  return refused > 0 ? 2 : 0
}

/** @throws {UsageFault} */
function kindGiven(given: OptionValues[string]) {
  if (given === undefined) return undefined
  const kind = kinds.find((each) => each === given)
  if (!kind) throw new UsageFault(`--create-areas is one of ${kinds.join(', ')}`)
  return kind
}
