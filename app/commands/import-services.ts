import { createReadStream, statSync } from 'node:fs'
import { basename } from 'node:path'
import {
  columnByHeading,
  type ImportFault,
  type ImportInput,
  type ImportNote,
  importSentence,
  importServices,
  type ServiceFormat,
  serviceFormats,
  tablesOfFolder,
  tablesOfZip,
} from '../areas/checklist/index.ts'
import { actOf } from '../platform/audit/audit.ts'
import type { Services } from '../services.ts'
import { authorityByCode } from './authority-by-code.ts'
import {
  type Command,
  existing,
  type OptionValues,
  readMap,
  required,
  say,
  UsageFault,
  withServices,
} from './command.ts'

export const command: Command = {
  options: {
    authority: { type: 'string' },
    format: { type: 'string' },
    map: { type: 'string' },
    source: { type: 'string' },
    language: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  run: async ([file], values) => {
    if (!file) throw new UsageFault('import services needs a file')
    const code = required(values, 'authority')
    const format = formatOf(existing(file), values['format'])
    return withServices((services) => importFile(services, file, code, format, values))
  },
}

function formatOf(file: string, given: OptionValues[string]): ServiceFormat {
  const wanted = given ?? usualFormat(file)
  const format = serviceFormats.find((each) => each === wanted)
  if (!format) throw new UsageFault(`--format is one of ${serviceFormats.join(', ')}`)
  return format
}

const isFolder = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false

function usualFormat(file: string): ServiceFormat {
  if (/\.(json|ndjson)$/.test(file)) return 'hsds-json'
  if (/\.xlsx$/i.test(file)) return 'xlsx'
  return /\.zip$/.test(file) || isFolder(file) ? 'hsds-csv' : 'csv'
}

/** Bytes that are unpacked of a workbook: more than a full sheet of services. */
const largestWorkbook = 2_000_000_000

function inputOf(file: string, format: ServiceFormat): ImportInput {
  if (format === 'xlsx') return { workbook: file, most: largestWorkbook }
  if (format !== 'hsds-csv') return createReadStream(file)
  return isFolder(file) ? tablesOfFolder(file) : tablesOfZip(file)
}

async function importFile(
  services: Services,
  file: string,
  code: string,
  format: ServiceFormat,
  values: OptionValues,
): Promise<number> {
  const town = await authorityByCode(services, code)
  const { map, source, language } = values
  const { t } = services.i18n.negotiate('en')
  const report = await importServices(services.checklist, actOf('command', 'checklist.import', services.clock.now()), {
    authority: town.id,
    format,
    input: inputOf(file, format),
    source: typeof source === 'string' ? source : basename(file),
    language: typeof language === 'string' ? language : (town.officialLanguages[0] ?? 'en'),
    dryRun: values['dry-run'] === true,
    columnOf: columnByHeading(services.i18n),
    onLine: (line) => say(lineOf(line, importSentence(t, line))),
    keeps: 0,
    ...(typeof map === 'string' ? { map: readMap(map) } : {}),
  })
  const { faults: _faults, notes: _notes, lines, gone, seen: _seen, ...counts } = report
  say(
    Object.entries({ ...counts, gone: gone.length, notes: lines.notes })
      .map(([name, count]) => `${name} ${count}`)
      .join(', '),
  )
  return report.refused > 0 ? 2 : 0
}

/** `row 12, postcode: The place is confidential: …` */
function lineOf({ row, column, value }: ImportFault | ImportNote, sentence: string): string {
  return `row ${row}, ${column}: ${sentence}${value === undefined ? '' : ` (${value})`}`
}
