/**
 * `npm test`: everything that has to hold before a change lands, in one command. Each stage runs once, none stops the
 * others, and the last line is `N passed, N failed` (a stage counts as one, and each test as one).
 *
 * `npm test -- --only=types,lint` runs some stages; `npm test -- app/areas/checklist` runs the tests of some files.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Count, countTests, type TestReport, verdict } from './test-count.ts'

const root = join(import.meta.dirname, '..')

/** The script behind a command of an npm package: found without npx, run by this very Node. */
function binOf(name: string, command = name): string {
  const folder = join(root, 'node_modules', name)
  const { bin }: { bin: string | Record<string, string> } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  )
  const script = typeof bin === 'string' ? bin : bin[command]
  if (!script) throw new Error(`${name} has no command ${command}`)
  return join(folder, script)
}

const ours = (script: string) => ['--import', './runtime.mjs', script, '--check']

/** What reads the files and runs nothing of ours; the arguments of Node for each. */
const checks = {
  messages: () => ours('scripts/build-messages.ts'),
  styles: () => ours('scripts/build-styles.ts'),
  types: () => [binOf('typescript', 'tsc'), '--noEmit'],
  lint: () => [
    binOf('@biomejs/biome', 'biome'),
    'ci',
    '--error-on-warnings',
    // Its output is caught here and shown afterwards: it cannot tell whether that is on a screen.
    `--colors=${process.stdout.isTTY ? 'force' : 'off'}`,
    '.',
  ],
  unused: () => [binOf('knip'), '--no-config-hints'],
} as const satisfies Record<string, () => string[]>
type CheckName = keyof typeof checks
const stages: readonly string[] = [...Object.keys(checks), 'tests']

interface Outcome {
  readonly code: number
  readonly output: string
}

/** @param show true: what it prints goes straight to the screen. */
function run(args: readonly string[], show = false): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
    const printed: Buffer[] = []
    child.stdout?.on('data', (part: Buffer) => printed.push(part))
    child.stderr?.on('data', (part: Buffer) => printed.push(part))
    child.on('error', (error) => resolve({ code: 1, output: String(error) }))
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(printed).toString() }))
  })
}

const seconds = (since: number) => `${((performance.now() - since) / 1000).toFixed(1)} s`

async function check(name: CheckName): Promise<Count> {
  const start = performance.now()
  const { code, output } = await run(checks[name]())
  console.log(`${code === 0 ? 'passed' : 'FAILED'}  ${name}  ${seconds(start)}`)
  if (code !== 0) console.log(output.trimEnd())
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

/** As many at a time as there are processors. */
async function checkAll(names: readonly CheckName[]): Promise<Count[]> {
  const waiting = [...names]
  const counts: Count[] = []
  const worker = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift()) counts.push(await check(name))
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), names.length) }, worker))
  return counts
}

async function tests(filters: readonly string[]): Promise<Count> {
  const start = performance.now()
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-report-'))
  const file = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await run([binOf('vitest'), 'run', ...reporters, ...filters], true)
  const report = readReport(file)
  rmSync(folder, { recursive: true, force: true })
  const { count, fault } = countTests(report, code)
  if (fault) console.log(fault)
  console.log(`${count.failed === 0 ? 'passed' : 'FAILED'}  tests  ${seconds(start)}`)
  return count
}

function readReport(file: string): TestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true })
const only = values.only?.split(',') ?? (positionals.length > 0 ? ['tests'] : stages)
const unknown = only.filter((name) => !stages.includes(name))
if (unknown.length > 0) {
  console.error(`There is no stage ${unknown.join(', ')}. Stages: ${stages.join(', ')}.`)
  process.exit(1)
}
const isCheck = (name: string): name is CheckName => name in checks
const counts = await checkAll(only.filter(isCheck))
if (only.includes('tests')) counts.push(await tests(positionals))
const { line, code } = verdict(counts)
console.log(line)
process.exitCode = code
