import { type AuthorityKind, authorityKinds, importAuthorities, readCsv } from '../areas/authorities/index.ts'
import { actOf } from '../platform/audit/audit.ts'
import { type Command, type OptionValues, readMap, say, UsageFault, withServices } from './command.ts'

/** Refusals printed one by one; the rest is counted. */
const mostPrinted = 200

export const command: Command = {
  options: {
    country: { type: 'string' },
    map: { type: 'string' },
    'create-areas': { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  run: async ([file], values) => {
    if (!file) throw new UsageFault('import authorities needs a file')
    const { country, map } = values
    return withServices(async ({ database, clock, reference }) => {
      const { countries, languages } = reference
      const act = actOf('command', 'authorities.import', clock.now())
      const report = await importAuthorities({ database, clock, countries, languages }, act, {
        rows: readCsv(file),
        country: typeof country === 'string' ? country : undefined,
        map: typeof map === 'string' ? readMap(map) : undefined,
        createAreas: areaKind(values['create-areas']),
        dryRun: values['dry-run'] === true,
      })
      for (const { line, column, reason } of report.refusals.slice(0, mostPrinted)) {
        say(`line ${line}${column ? `, ${column}` : ''}: ${reason}`)
      }
      if (report.ignoredColumns.length > 0) say(`columns not read: ${report.ignoredColumns.join(', ')}`)
      const { added, changed, unchanged, skipped, refused } = report
      say(`added ${added}, changed ${changed}, unchanged ${unchanged}, skipped ${skipped}, refused ${refused}`)
      return refused > 0 ? 2 : 0
    })
  },
}

/** `--create-areas region`: areas that rows name and nobody has described are added as this kind. @throws {UsageFault} */
function areaKind(given: OptionValues[string]): AuthorityKind | undefined {
  if (given === undefined) return undefined
  const kind = authorityKinds.find((each) => each === given)
  if (!kind) throw new UsageFault(`--create-areas is one of ${authorityKinds.join(', ')}`)
  return kind
}
