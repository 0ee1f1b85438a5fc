import { readFile } from 'node:fs/promises'
import { importMembers, type LineState, listActs, saidIn } from '../areas/members/index.ts'
import { membersDepsOf } from '../members-deps.ts'
import { actOf } from '../platform/audit/audit.ts'
import type { Services } from '../services.ts'
import {
  associationAt,
  type Command,
  existing,
  mostPrinted,
  type OptionValues,
  required,
  say,
  UsageFault,
  withServices,
} from './command.ts'

/** Which authorities belong to an association. */
export const command: Command = {
  options: { association: { type: 'string' }, end: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
  run: async ([file], values) => {
    if (!file) throw new UsageFault('import members needs a file')
    const association = required(values, 'association')
    return withServices((services) => importList(services, existing(file), association, values))
  },
}

/** What is wrong with a line that is passed over. */
const reasons: Partial<Record<LineState, string>> = {
  ambiguous: 'Several authorities have this name: write the code.',
  unknown: 'No authority of this country has this code or name.',
}

async function importList(services: Services, file: string, given: string, values: OptionValues): Promise<number> {
  const deps = membersDepsOf(services)
  const association = await associationAt(services.database.db, given)
  const entries = await deps.readTable(await readFile(file))
  if (typeof entries === 'string') throw new UsageFault(`The file is no list of codes or names (${entries}).`)
  const [add, end] = listActs
  const wanted = { act: values['end'] === true ? end : add, entries, area: null }
  const act = actOf('command', 'members.import', services.clock.now())
  const { states, changed } = await importMembers(deps, act, association, {
    wanted,
    dryRun: values['dry-run'] === true,
  })
  const said = new Map(entries.map((entry) => [entry.line, saidIn(entry)]))
  for (const { state, first } of states) {
    const reason = reasons[state]
    if (!reason) continue
    for (const { line } of first.slice(0, mostPrinted)) say(`line ${line} (${said.get(line) ?? ''}): ${reason}`)
  }
  const authorities = (state: LineState) => states.find((one) => one.state === state)?.authorities ?? 0
  const lines = (state: LineState) => states.find((one) => one.state === state)?.lines ?? 0
  const moved = values['dry-run'] === true ? authorities('moves') : changed
  const [ambiguous, unknown] = [lines('ambiguous'), lines('unknown')]
  say(
    `${wanted.act === 'add' ? 'added' : 'ended'} ${moved}, unchanged ${authorities('stays')}, ambiguous ${ambiguous}, unknown ${unknown}`,
  )
  return ambiguous + unknown > 0 ? 2 : 0
}
