/** Checks the register of an instance from outside, and remembers what it saw. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type AuditReport, auditRegister } from '../areas/register/index.ts'
import { systemClock } from '../platform/clock.ts'
import { createNetClient } from '../platform/net/net-client.ts'
import { openInternet } from '../platform/net/net-target.ts'
import { type Command, say, UsageFault } from './command.ts'

const usage = 'Give the address of the instance: safe-towns audit-register https://towns.example [--state FILE]'

const sentences: Readonly<Record<Extract<AuditReport, { outcome: 'unsound' }>['fault']['fault'], string>> = {
  form: 'is not a line of a history in its RFC 8785 form',
  order: 'does not have the number that follows',
  broken: 'does not hold the hash of the line before: something before it has been changed',
  head: 'is not what the signed head says it is',
  signature: 'the head is not signed by the key that it names',
  key: 'the head names a key that is none of this instance',
  retired: 'the head is signed by a key that is retired or revoked',
  rewritten: 'is another one than the one this command saw last time: the history has been rewritten',
  text: 'stands beside a text that is not the one it commits to: the text has been changed',
  'pact-text': 'accepts a text of the Pact that is not the one shown: the text has been changed',
  shown: 'is shown otherwise by the register than its history says',
  shortened: 'was there the last time and is gone: the history has been shortened',
}

type Waiting = (milliseconds: number) => Promise<void>

/**
 * Exit code 0: sound. 1: not sound, or not to be read.
 *
 * @param waiting between what is asked for, and before what differs is looked at once more.
 */
export const audit = (waiting: Waiting): Command => ({
  options: { state: { type: 'string' } },
  run: async ([address], { state }) => {
    const url = address === undefined ? null : URL.parse(address)
    if (!url || !/^https?:$/.test(url.protocol)) throw new UsageFault(usage)
    const file = typeof state === 'string' ? state : join(homedir(), '.safe-towns', 'audit', `${fileName(url)}.json`)
    const report = await auditRegister(clientFor(url, waiting), url.origin, readState(file), waiting)
    if (report.outcome === 'unreadable') {
      say(`${url.origin}${report.path} cannot be read: ${report.reason}`)
      return 1
    }
    if (report.outcome === 'unsound') {
      const { fault } = report
      const what = fault.fault === 'shown' ? 'signatory' : 'entry'
      say(`NOT SOUND: ${'number' in fault ? `${what} ${fault.number} ` : ''}${sentences[fault.fault]}`)
      return 1
    }
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, `${JSON.stringify(report.head, null, 2)}\n`)
    say(`sound: ${report.entries} entries, head ${report.head.hash} signed ${report.head.timestamp}`)
    return 0
  },
})

export const command = audit((milliseconds) => wait(milliseconds))

const fileName = ({ host }: URL): string => host.replace(/[^\w.-]/g, '_')

function readState(file: string): { readonly number: number; readonly hash: string } | undefined {
  if (!existsSync(file)) return undefined
  try {
    const { number, hash } = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof number === 'number' && typeof hash === 'string') return { number, hash }
  } catch {
    // Said below: it is no file of this command.
  }
  throw new UsageFault(`${file} is not what this command wrote: move it away, or name another file with --state.`)
}

/** Whoever runs the command has named the host, wherever it is. */
function clientFor(url: URL, waiting: Waiting) {
  const rules = { ...openInternet, allowed: [url.hostname] }
  return createNetClient({ clock: systemClock, wait: waiting, baseUrl: url.origin, on: true, rules })
}
