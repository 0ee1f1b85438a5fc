import { existsSync, readFileSync } from 'node:fs'
import { type Association, findAssociation } from '../areas/associations/index.ts'
import { type Config, readConfig } from '../config.ts'
import type { Db } from '../platform/db/tables.ts'
import { createLog } from '../platform/log.ts'
import { type Services, startServices } from '../services.ts'

export type OptionValues = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>

export interface Command {
  readonly options: Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>
  /** @returns the exit code: 0 done, 1 refused, 2 some rows refused. */
  run(positionals: readonly string[], values: OptionValues): Promise<number>
}

/** The command line was not understood: its message is all that is printed. */
export class UsageFault extends Error {}

/** Opens what a command works with, and closes it whatever happens. @throws {FolderInUse} while the server runs. */
export async function withServices<T>(
  work: (services: Services) => Promise<T>,
  config: Config = readConfig(),
): Promise<T> {
  const services = await startServices(config, createLog('warn'))
  try {
    return await work(services)
  } finally {
    await services.close()
  }
}

/** The JSON of the file that `--map` names; the import checks its shape. @throws {UsageFault} with a sentence. */
export function readMap(file: string) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new UsageFault(`The map ${file} cannot be read: it has to be a file of JSON.`)
  }
}

/** @throws {UsageFault} where there is no such file or folder. */
export function existing(file: string): string {
  if (!existsSync(file)) throw new UsageFault(`There is no file ${file}.`)
  return file
}

export const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Lines printed one by one; the rest is counted. */
export const mostPrinted = 200

export function sayRefusals(refusals: readonly { line: number; column: string | null; reason: string }[]): void {
  for (const { line, column, reason } of refusals.slice(0, mostPrinted)) {
    say(`line ${line}${column ? `, ${column}` : ''}: ${reason}`)
  }
}

/** An option that must be given. @throws {UsageFault} */
export function required(values: OptionValues, name: string): string {
  const value = values[name]
  if (typeof value !== 'string' || value === '') throw new UsageFault(`--${name} is missing`)
  return value
}

/** The association that `cc/slug` names. @throws {UsageFault} where there is none. */
export async function associationAt(db: Db, given: string): Promise<Association> {
  const [country = '', slug = ''] = given.split('/')
  const found = await findAssociation(db, country.toUpperCase(), slug)
  if (!found) throw new UsageFault(`There is no association ${given}: write country/slug, such as nl/example.`)
  return found
}
