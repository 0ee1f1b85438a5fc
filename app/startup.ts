/** What a person at the terminal is told: addresses and sign-in links, or in one sentence why nothing started. */
import { findBySlug, ImportFault } from './areas/authorities/index.ts'
import { ImportMapFault, ZipFault } from './areas/checklist/index.ts'
import { UsageFault } from './commands/command.ts'
import { ConfigFault } from './config.ts'
import { demonstrationPerson } from './demonstration/index.ts'
import { DataFault } from './platform/data-file.ts'
import { FolderInUse } from './platform/db/folder-lock.ts'
import { MigrationFault } from './platform/db/migrate.ts'
import type { Services } from './services.ts'
import { absolute, urls } from './urls.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** Prints the address to open. */
export function announce({ config }: Pick<Services, 'config'>): void {
  say(`\n${config.instanceName} is ready: ${config.baseUrl}`)
}

/** In development only: prints what there is to see, and one-time links to the offices. */
export async function announceDemonstration({ config, database, accounts }: Services): Promise<void> {
  if (config.production) return
  const town = (await findBySlug(database.db, 'NL', 'example-town'))?.authority
  if (!town?.demonstration) return
  say(`  Example Town's help page: ${absolute(config.baseUrl, urls.town('en', town))}`)
  say(`  The same in Arabic:       ${absolute(config.baseUrl, urls.town('ar', town))}`)
  say(`  Mail that was sent:       ${absolute(config.baseUrl, urls.outbox())}`)
  say('  Sign in once, as')
  for (const [key, who, to] of [
    ['officer', 'officer of Example Town', urls.officeTown(town)],
    ['new-officer', 'officer of Example Quiet Town, which has published nothing yet', urls.office()],
    ['merged-officer', 'officer of Example Bay, which two towns have become', urls.office()],
    ['region-officer', 'officer of Example Region, whose services stand on the pages of its towns', urls.office()],
    ['coordinator', 'coordinator of the Example Association', urls.office()],
    ['secretariat', 'secretariat', urls.office()],
    ['reviewer', 'peer from Example Bay, who reviews practices and answers reports', urls.office()],
    ['safeguarding-lead', 'safeguarding lead of Example Town', urls.office()],
  ] as const) {
    say(`    ${who}:\n      ${await accounts.createSignInLink(demonstrationPerson(key), to)}`)
  }
  say('  All but the officers are asked for a second factor: a passkey or an app for codes.\n')
}

/** Faults that have a sentence of their own; anything else is shown whole. */
const explained = [
  ConfigFault,
  DataFault,
  FolderInUse,
  ImportFault,
  ImportMapFault,
  MigrationFault,
  UsageFault,
  ZipFault,
]

export function explainAndExit(error: unknown, services?: Services): void {
  const message = explanation(error)
  process.stderr.write(`${message}\n`)
  const exit = (): never => process.exit(1)
  if (services) void services.close().finally(exit)
  else exit()
}

function explanation(error: unknown): string {
  if (explained.some((kind) => error instanceof kind)) return (error as Error).message
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'The port is taken by another program: stop it, or set PORT to another number.'
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
