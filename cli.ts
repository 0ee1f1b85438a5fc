/** `npx safe-towns …`: one small file a command in app/commands. Exit codes: 0 done, 1 refused, 2 some rows refused. */
import { parseArgs } from 'node:util'
import { type Command, UsageFault } from './app/commands/command.ts'
import { explainAndExit } from './app/startup.ts'

const commands: Record<string, () => Promise<{ command: Command }>> = {
  'audit-register': () => import('./app/commands/audit-register.ts'),
  'add association': () => import('./app/commands/add-association.ts'),
  'add person': () => import('./app/commands/add-person.ts'),
  demo: () => import('./app/commands/demo.ts'),
  doctor: () => import('./app/commands/doctor.ts'),
  'export site': () => import('./app/commands/export-site.ts'),
  generate: () => import('./app/commands/generate.ts'),
  migrate: () => import('./app/commands/migrate.ts'),
  publish: () => import('./app/commands/publish.ts'),
  'receive-mail': () => import('./app/commands/receive-mail.ts'),
  'rotate-signing-key': () => import('./app/commands/rotate-signing-key.ts'),
  'reset-second-factor': () => import('./app/commands/reset-second-factor.ts'),
  'import areas': () => import('./app/commands/import-areas.ts'),
  'import members': () => import('./app/commands/import-members.ts'),
  'import authorities': () => import('./app/commands/import-authorities.ts'),
  'import toolkit': () => import('./app/commands/import-toolkit.ts'),
  'import services': () => import('./app/commands/import-services.ts'),
}

const usage = `Usage: safe-towns COMMAND
  serve                                  the server
  worker                                 a worker alone
  migrate                                applies missing migrations
  demo                                   loads the demonstration network
  doctor                                 whether this instance is fit for production
  add association cc/slug --name NAME [--name-in LANG=NAME …] [--web URL]   a national association of towns
  add person EMAIL --name NAME --language LANG --secretariat | --association cc/slug
      who begins: the secretariat, or a coordinator
  import authorities FILE --country CC [--map MAP.json] [--create-areas KIND] [--dry-run]
      --plan [--valid-from DATE] [--movements FILE] [--movements-map MAP.json]   compares instead of importing
  import areas FILE --country CC [--create-areas district|region|joint] [--complete] [--dry-run]
      which towns belong to a police, court or health area
  import members FILE --association cc/slug [--end] [--dry-run]   which authorities belong to an association
  import services FILE --authority CODE [--format csv|hsds-json] [--map MAP.json] [--dry-run]
  import toolkit FOLDER [--dry-run]      resources and translations: toolkit.csv and the texts that it names
  publish --authority CODE | --all
  export site --authority CODE | --country CC | --all --out DIR [--lang L,L]   help pages as files
  generate --authorities N [--services N] [--seed S]   a fictional network in an empty database, for measuring
  receive-mail [ADDRESS]                 one answer by mail from standard input, sent to ADDRESS
  audit-register URL [--state FILE]      checks the history of a register from outside
  rotate-signing-key [--compromised [KEY]]   a new key signs from now on; old signatures stay checkable, or with
      --compromised are refused from now on
  reset-second-factor EMAIL              for a person who has lost app, recovery codes and passkeys`

async function main(args: readonly string[]): Promise<void> {
  const [first = '', second = ''] = args
  if (first === 'serve') return void (await import('./server.ts'))
  if (first === 'worker') return void (await import('./worker.ts'))
  const name = ['add', 'import', 'export'].includes(first) ? `${first} ${second}` : first
  const load = commands[name]
  if (!load) throw new UsageFault(usage)
  const { command } = await load()
  const rest = args.slice(name.split(' ').length)
  const { values, positionals } = parse(rest, command)
  process.exitCode = await command.run(positionals, values)
}

function parse(args: readonly string[], command: Command) {
  try {
    return parseArgs({ args: [...args], options: command.options, allowPositionals: true })
  } catch (error) {
    throw new UsageFault(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  }
}

main(process.argv.slice(2)).catch((error) => explainAndExit(error))
