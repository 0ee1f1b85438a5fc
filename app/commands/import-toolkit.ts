import {
  FolderFault,
  importToolkit,
  mostFileBytes,
  readFolder,
  resourceFiles,
  type TakeFile,
} from '../areas/toolkit/index.ts'
import { actOf } from '../platform/audit/audit.ts'
import type { FileFaultCode } from '../platform/files/file-types.ts'
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
  const { resources, faults, packages } = await read(folder, services, takes(services, dryRun))
  for (const { line, column, why } of faults) say(`toolkit.csv, line ${line}${column && `, ${column}`}: ${why}`)
  const act = actOf('command', 'toolkit.import', services.clock.now())
  const report = await importToolkit(services, act, { resources, packages }, dryRun)
  for (const { resource, why } of report.faults) say(`${resource}: ${why}`)
  for (const { resource, language } of report.withdrawn) {
    say(
      `${resource}${language && ` (${language})`}: it was withdrawn, and is shown again once the secretariat brings it back`,
    )
  }
  const refused = faults.length + report.faults.length
  say(`added ${report.added}, changed ${report.changed}, unchanged ${report.unchanged}, refused ${refused}`)
  return refused > 0 ? 2 : 0
}

/** A dry run looks at files as well, and keeps none. */
function takes({ fileIntake, lookAtFile }: Services, dryRun: boolean): TakeFile {
  return async (content, title) => {
    const looking = { types: resourceFiles, mostBytes: mostFileBytes, title }
    const taken = dryRun ? await lookAtFile(content, looking) : await fileIntake.take(content, looking)
    if ('fault' in taken) return refused[taken.fault]
    const { sha256, type, bytes } = taken.file
    return { sha256, type, bytes }
  }
}

const refused: Readonly<Record<FileFaultCode, string>> = {
  empty: 'the file is empty',
  large: `the file has more than ${mostFileBytes / 1_000_000} MB`,
  infected: 'the virus scanner refuses it',
  unscanned: 'the virus scanner is away',
  type: `it holds none of the types that are taken (${resourceFiles.join(', ')}), whatever it is called`,
  damaged: 'the file is damaged',
  encrypted: 'the file has a password',
  macros: 'the file holds macros or programs',
  traces: 'the file holds comments or tracked changes',
  inside: 'the file holds another file',
  bomb: 'the file unpacks into more than anybody wrote',
  away: 'the place of files is away (FILES_URL)',
}

async function read(folder: string, { reference }: Services, take: TakeFile) {
  try {
    return await readFolder(folder, reference.languages.codes, take)
  } catch (error) {
    throw error instanceof FolderFault ? new UsageFault(error.message) : error
  }
}
