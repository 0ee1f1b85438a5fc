/** How fast a list of all of Europe is imported into the embedded database, and what memory that takes. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ImportReport, importAuthorities, readCsv, rowsOf } from '../app/areas/authorities/index.ts'
import { actOf } from '../app/platform/audit/audit.ts'
import { systemClock } from '../app/platform/clock.ts'
import type { Database } from '../app/platform/db/database.ts'
import { openEmbedded } from '../app/platform/db/embedded.ts'
import { loadReferenceData } from '../app/reference-data.ts'

const places = join(import.meta.dirname, '../../shared/data/places/lau-2020.csv.gz')
const fictionalRows = 98_600
/** Milliseconds. */
const sampleEvery = 250
const megabyte = 1024 * 1024

export async function run(): Promise<Record<string, unknown>> {
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-bench-'))
  const database = await openEmbedded(folder)
  try {
    await database.migrate()
    const first = await measure(database)
    const again = await measure(database)
    const { report, ...figures } = first
    return {
      source: existsSync(places) ? 'places' : 'fictional',
      rows: report.added,
      refused: report.refused,
      ...figures,
      unchangedSeconds: again.seconds,
      unchanged: again.report.unchanged,
    }
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(database: Database) {
  const { countries, languages } = loadReferenceData()
  const samples: number[] = []
  const sampling = setInterval(() => samples.push(process.memoryUsage.rss()), sampleEvery)
  const act = actOf('benchmark', 'authorities.import', systemClock.now())
  const before = performance.now()
  const report = await importAuthorities({ database, countries, languages, clock: systemClock }, act, {
    rows: existsSync(places) ? readCsv(places) : rowsOf(fictional()),
    map: existsSync(places) ? { code: 'lau_id' } : undefined,
  })
  const seconds = (performance.now() - before) / 1000
  clearInterval(sampling)
  const rate = Math.round(countOf(report) / seconds)
  return { report, seconds: round(seconds), rowsPerSecond: rate, ...memory(samples) }
}

const countOf = (report: ImportReport) => report.added + report.changed + report.unchanged + report.refused

/** Growth is counted from the first tenth of the time on: before, code and database are still warming up. */
function memory(samples: readonly number[]) {
  const inMegabytes = samples.map((bytes) => bytes / megabyte)
  const warm = inMegabytes.slice(Math.ceil(inMegabytes.length / 10))
  return {
    peakRssMb: round(Math.max(...inMegabytes)),
    growthAfterWarmUpMb: round(Math.max(...warm) - (warm[0] ?? 0)),
    slopeMbPerSecond: round((slope(warm) * 1_000) / sampleEvery),
  }
}

/** Least squares, per sample. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const over = values.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0)
  const under = values.reduce((sum, _, at) => sum + (at - middle) ** 2, 0)
  return under === 0 ? 0 : over / under
}

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
