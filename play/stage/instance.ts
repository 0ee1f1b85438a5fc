/** The product as an operator runs it: PostgreSQL, a server, a worker of its own, a mail server that behaves badly, and commands. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../../tests/free-port.ts'
import { startPostgres } from '../../tests/postgres-server.ts'
import { type Mailbox, startMailbox } from './mailbox.ts'

export interface Instance {
  readonly baseUrl: string
  /** For files of the play; thrown away with the instance. */
  readonly folder: string
  readonly mailbox: Mailbox
  /** `npx safe-towns …`. @returns what it printed. @throws where it ends with anything but 0. */
  command(...words: readonly string[]): Promise<string>
  stop(): Promise<void>
}

type Settings = Readonly<Record<string, string>>

const root = join(import.meta.dirname, '..', '..')
const startMinutes = 5

export async function startInstance(): Promise<Instance> {
  const folder = mkdtempSync(join(tmpdir(), 'safe-towns-play-'))
  const [port, databasePort] = [await freePort(), await freePort()]
  const postgres = await startPostgres({ folder, port: databasePort, settings: [] })
  const mailbox = await startMailbox()
  const baseUrl = `http://localhost:${port}`
  const settings = settingsOf({ baseUrl, port, folder, database: postgres.address('postgres'), smtp: mailbox.port })
  const command = (...words: readonly string[]) => runCommand(settings, words)
  await command('migrate')
  const running = [start(settings, 'serve'), start(settings, 'worker')]
  const stop = async () => {
    await Promise.all(running.map(end))
    await mailbox.close()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await untilAnswered(`${baseUrl}/readyz`)
  } catch (error) {
    await stop()
    throw error
  }
  return { baseUrl, folder, mailbox, command, stop }
}

/** As in production, but for the network: nothing of the play may ask anybody else. */
function settingsOf(given: {
  baseUrl: string
  port: number
  folder: string
  database: string
  smtp: number
}): Settings {
  const dataDir = join(given.folder, 'data')
  mkdirSync(dataDir)
  return {
    ...{ NODE_ENV: 'production', LOG_LEVEL: 'error', NETWORK: 'off', WORKER: 'off' },
    ...{ SECRET: 'x7'.repeat(24), BASE_URL: given.baseUrl, PORT: `${given.port}`, HOST: '127.0.0.1' },
    ...{ DATABASE_URL: given.database, DATA_DIR: dataDir },
    ...{ SMTP_URL: `smtp://127.0.0.1:${given.smtp}`, MAIL_FROM: 'Safe Towns <no-reply@towns.example>' },
    ...{ OPERATOR_NAME: 'Example operator', SECURITY_CONTACT: 'mailto:security@towns.example' },
  }
}

const argumentsOf = (words: readonly string[]) => ['--import', './runtime.mjs', 'cli.ts', ...words]
const surroundings = (settings: Settings) => ({ cwd: root, env: { ...process.env, ...settings } })

function start(settings: Settings, what: string): ChildProcess {
  return spawn(process.execPath, argumentsOf([what]), {
    ...surroundings(settings),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  child.kill('SIGTERM')
  await gone
}

function runCommand(settings: Settings, words: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, argumentsOf(words), {
      ...surroundings(settings),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const printed: Buffer[] = []
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => printed.push(part))
    child.on('error', reject)
    child.on('close', (code) => {
      const text = Buffer.concat(printed).toString()
      if (code === 0) resolve(text)
      else reject(new Error(`safe-towns ${words.join(' ')} ended with ${code}:\n${text}`))
    })
  })
}

async function untilAnswered(url: string): Promise<void> {
  const last = performance.now() + startMinutes * 60_000
  while (performance.now() < last) {
    const ready = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    )
    if (ready) return
    await wait(200)
  }
  throw new Error(`the server did not answer within ${startMinutes} minutes`)
}
