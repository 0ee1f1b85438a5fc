import { FolderFault, importToolkit, readFolder } from '../areas/toolkit/index.ts'
import { actOf } from '../platform/audit/audit.ts'
import type { Services } from '../services.ts'
import { type Command, existing, say, UsageFault, withServices } from './command.ts'

/** Resources and translations of a folder with `toolkit.csv`. */
export const command: Command = {
  options: { 'dry-run': { type: 'boolean' } },
  run: async ([folder], values) => {
    if (!folder) throw new UsageFault('import toolkit needs a folder')
    return withServices((services) => importFolder(services, existing(folder), values['dry-run'] === true))
  },
}

async function importFolder(services: Services, folder: string, dryRun: boolean): Promise<number> {
  const { resources, faults, packages } = read(folder, services)
  for (const { line, column, why } of faults) say(`toolkit.csv, line ${line}${column && `, ${column}`}: ${why}`)
  const act = actOf('command', 'toolkit.import', services.clock.now())
  const report = await importToolkit(services, act, { resources, packages }, dryRun)
  for (const { resource, why } of report.faults) say(`${resource}: ${why}`)
  const refused = faults.length + report.faults.length
  say(`added ${report.added}, changed ${report.changed}, unchanged ${report.unchanged}, refused ${refused}`)
  return refused > 0 ? 2 : 0
}

function read(folder: string, { reference }: Services) {
  try {
    return readFolder(folder, reference.languages.codes)
  } catch (error) {
    throw error instanceof FolderFault ? new UsageFault(error.message) : error
  }
}
