import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigFault, readConfig } from '../config.ts'
import { systemClock } from '../platform/clock.ts'
import { openDatabase } from '../platform/db/open.ts'
import { type Command, say } from './command.ts'
import { examineDatabase } from './doctor/database.ts'
import type { Finding } from './doctor/finding.ts'
import { examineHelplines } from './doctor/helplines.ts'
import { examineRegister } from './doctor/register.ts'
import { examineFiles, examineLanguages, examineMail, examinePlace, examineSettings } from './doctor/surroundings.ts'

type Source = Record<string, string | undefined>

/** Whether an instance is fit for production: reads, connects, and changes nothing. @throws {FolderInUse} */
export async function examine(source?: Source): Promise<readonly Finding[]> {
  const settings = examineSettings(source)
  let config: ReturnType<typeof readConfig>
  try {
    config = readConfig(source)
  } catch (error) {
    if (error instanceof ConfigFault) return settings
    throw error
  }
  const around = [
    ...examineFiles(config),
    ...(await examinePlace(config)),
    ...(await examineMail(config)),
    ...examineLanguages(),
  ]
  // Opening the embedded database would make one.
  if (!config.databaseUrl && !existsSync(join(config.dataDir, 'database'))) {
    const text = `there is none in ${config.dataDir} yet: start the server once, or run "safe-towns migrate"`
    return [...settings, ...around, { check: 'database', state: 'fault', text }]
  }
  const database = await openDatabase(config)
  try {
    const found = await examineDatabase(config, database, systemClock)
    const readable = !found.some(({ state }) => state === 'fault')
    const facts = readable
      ? [...(await examineHelplines(database, systemClock)), ...(await examineRegister(config, database))]
      : []
    return [...settings, ...around, ...found, ...facts]
  } finally {
    await database.close()
  }
}

/** @returns 0 when nothing stands in the way of production. */
export function report(findings: readonly Finding[]): number {
  for (const { check, state, text } of findings) say(`${state.padEnd(8)} ${check.padEnd(10)} ${text}`)
  const faults = findings.filter(({ state }) => state === 'fault').length
  say(faults === 0 ? 'fit for production' : `not fit for production: ${faults} ${faults === 1 ? 'fault' : 'faults'}`)
  return faults === 0 ? 0 : 1
}

export const command: Command = { options: {}, run: async () => report(await examine()) }
