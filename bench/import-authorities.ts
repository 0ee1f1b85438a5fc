/** How fast a list of all of Europe is imported into the embedded database, and what memory that takes. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ImportReport, importAuthorities, readCsv, rowsOf } from '../app/areas/authorities/index.ts'
import { actOf } from '../app/platform/audit/audit.ts'
import { systemClock } from '../app/platform/clock.ts'
import type { Database } from '../app/platform/db/database.ts'
import { openEmbedded } from '../app/platform/db/embedded.ts'
import { loadReferenceData } from '../app/reference-data.ts'
import { watchMemory } from './_memory.ts'

const places = join(import.meta.dirname, '../../shared/data/places/lau-2020.csv.gz')
const fictionalRows = 98_600

export async function run(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-bench-'))
  prepare(folder)
  const database = await openEmbedded(folder)
  try {
    const first = await measure(database)
    const again = await measure(database)
    const { report, ...figures } = first
    return {
      source: existsSync(places) ? 'places' : 'fictional',
      rows: report.added,
      refused: report.refused,
      ...figures,
      unchangedSeconds: again.seconds,
      unchangedPeakRssMb: again.peakRssMb,
      unchanged: again.report.unchanged,
    }
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Makes the database in a process of its own: what its making leaves behind in memory is given back during the import
 * and would hide how much the import takes.
 */
function prepare(folder: string): void {
  const script = `
    import { openEmbedded } from ${JSON.stringify(import.meta.resolve('../app/platform/db/embedded.ts'))}
    const database = await openEmbedded(${JSON.stringify(folder)})
    await database.migrate()
    await database.close()`
  const runtime = import.meta.resolve('../runtime.mjs')
  execFileSync(process.execPath, ['--import', runtime, '--input-type=module', '--eval', script])
}

async function measure(database: Database) {
  const { countries, languages } = loadReferenceData()
  const stopWatching = await watchMemory()
  const act = actOf('benchmark', 'authorities.import', systemClock.now())
  const before = performance.now()
  const report = await importAuthorities({ database, countries, languages, clock: systemClock }, act, {
    rows: existsSync(places) ? readCsv(places) : rowsOf(fictional()),
    map: existsSync(places) ? { code: 'lau_id' } : undefined,
  })
  const seconds = (performance.now() - before) / 1000
  const memory = await stopWatching()
  const rate = Math.round(countOf(report) / seconds)
  return { report, seconds: round(seconds), rowsPerSecond: rate, ...memory }
}

const countOf = (report: ImportReport) => report.added + report.changed + report.unchanged + report.refused

const round = (value: number) => Math.round(value * 10) / 10

const syllables = ['ka', 'lo', 'mi', 'ner', 'österr', 'pa', 'røn', 'sta', 'tul', 'vé', 'wick', 'zell']

/** The same rows every time; nobody lives there. */
function* fictional(): Generator<Record<string, string>> {
  const part = (number: number) => syllables[number % syllables.length] ?? ''
  for (let number = 0; number < fictionalRows; number++) {
    const name = `${part(number)}${part(Math.floor(number / 12))}${part(Math.floor(number / 144))} ${number % 977}`
    yield { country: 'NL', code: `F${number}`, name, population: String((number * 7919) % 50_000) }
  }
}
