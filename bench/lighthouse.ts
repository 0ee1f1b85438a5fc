/**
 * Lighthouse as a phone sees it (its own mobile settings) on the pages that families read, from a server started as people
 * start it, with the demonstration. Lighthouse comes from npm when this runs, its version named here; it is too large to be
 * installed for everybody who only runs the tests. `npm run bench -- lighthouse 1` looks at each page once: all but the
 * first figure, performance, is the same each time.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browserArguments, browserProgram, unpackBrowser } from '../tests/browser.ts'
import { startServer } from './_process.ts'

const port = 4318
const lighthouse = 'lighthouse@13.5.0'
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
/** Of each page, the median is told: the processor of a busy machine makes single runs slow. */
const runs = Number(process.argv[3] ?? 3)

const town = 'nl/example-town'

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number }>>
  readonly audits: Readonly<
    Record<string, { readonly id: string; readonly score: number | null; readonly title: string }>
  >
}

export async function run(): Promise<Record<string, unknown>> {
  await unpackBrowser()
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-bench-'))
  const server = await startServer(join(folder, 'data'), port, `/en/${town}`)
  try {
    const scores: Record<string, unknown> = {}
    for (const [name, path] of Object.entries(await pagesOf(server.baseUrl))) {
      for (const language of ['en', 'ar']) {
        scores[`${name} ${language}`] = await scoresOf(folder, `${server.baseUrl}/${language}${path}`)
      }
    }
    return { reach: { performance: 99, accessibility: 100, 'best-practices': 100 }, runs, scores }
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function pagesOf(baseUrl: string): Promise<Record<string, string>> {
  const page = await (await fetch(`${baseUrl}/en/${town}`)).text()
  const service = /data-service="?([\w-]+)/.exec(page)?.[1]
  if (!service) throw new Error('the demonstration town shows no service')
  return {
    'help page': `/${town}`,
    'child view': `/${town}/children`,
    search: '/help',
    'search, found': `/help?kind=child-helpline&town=${town}`,
    service: `/${town}/services/${service}`,
  }
}

async function scoresOf(folder: string, url: string): Promise<Record<string, unknown>> {
  const reports: Report[] = []
  for (let turn = 0; turn < runs; turn += 1) reports.push(await reportOn(folder, url))
  const median = (category: string) => {
    const all = reports.map((report) => report.categories[category]?.score ?? Number.NaN).toSorted((a, b) => a - b)
    return Math.round((all[Math.floor(runs / 2)] ?? Number.NaN) * 100)
  }
  const last = Object.values(reports.at(-1)?.audits ?? {})
  return {
    ...Object.fromEntries(categories.map((category) => [category, median(category)])),
    // What anybody who repeats this wants to see first.
    below: last.flatMap(({ id, score }) => (score !== null && score < 0.9 ? [id] : [])),
  }
}

async function reportOn(folder: string, url: string): Promise<Report> {
  const { path, env } = await browserProgram()
  const output = join(folder, 'report.json')
  // Where a browser leaves its profile.
  const home = join(folder, 'home')
  mkdirSync(home, { recursive: true })
  const { status, stderr } = spawnSync(
    'npx',
    [
      ...['--yes', lighthouse, url, '--quiet', '--output=json', `--output-path=${output}`],
      ...[`--only-categories=${categories.join(',')}`, `--chrome-flags=--headless ${browserArguments.join(' ')}`],
    ],
    { env: { ...env, CHROME_PATH: path, TMPDIR: home, TEMP: home }, encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`Lighthouse ended with ${status}: ${stderr.slice(-2_000)}`)
  return JSON.parse(readFileSync(output, 'utf8'))
}
