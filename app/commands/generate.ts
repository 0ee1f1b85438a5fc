import { isEmpty } from '../demonstration/index.ts'
import type { Services } from '../services.ts'
import { writeNetwork } from '../synthetic/index.ts'
import { type Command, type OptionValues, required, say, UsageFault, withServices } from './command.ts'

const mostAuthorities = 1_000_000
const mostServices = 500
/** Authorities between two lines of progress. */
const step = 1_000

export const command: Command = {
  options: { authorities: { type: 'string' }, services: { type: 'string' }, seed: { type: 'string' } },
  run: async (_, values) => {
    const authorities = wholeNumber(required(values, 'authorities'), 'authorities', mostAuthorities)
    const services = wholeNumber(values['services'] ?? '40', 'services', mostServices)
    return withServices((opened) => generate(opened, { authorities, services, seed: seedOf(values) }))
  },
}

async function generate(
  { config, database, clock, reference, i18n }: Services,
  input: { readonly authorities: number; readonly services: number; readonly seed: string },
): Promise<number> {
  if (config.production) throw new UsageFault('A fictional network is never written in production.')
  if (!(await isEmpty(database.db))) {
    throw new UsageFault('There are authorities already: a fictional network needs a database of its own.')
  }
  const deps = { database, clock, reference, i18n }
  const written = await writeNetwork(deps, input, (published) => {
    if (published % step === 0) say(`${published} authorities have published`)
  })
  say(`fictional network: ${written.authorities} authorities, ${written.services} services`)
  return 0
}

const seedOf = ({ seed }: OptionValues): string => (typeof seed === 'string' ? seed : '1')

/** @throws {UsageFault} */
function wholeNumber(given: OptionValues[string], option: string, most: number): number {
  const number = typeof given === 'string' && /^[1-9]\d*$/.test(given) ? Number(given) : Number.NaN
  if (!(number <= most)) throw new UsageFault(`--${option} has to be a whole number from 1 to ${most}`)
  return number
}
