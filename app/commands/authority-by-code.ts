import { type Authority, findByOfficialCode } from '../areas/authorities/index.ts'
import type { Services } from '../services.ts'
import { UsageFault } from './command.ts'

/**
 * The authority that `--authority` names: `NL:GM0363`, with the scheme `NL:LAU:GM0363` where one code stands in several,
 * or the code alone where no other country has it.
 *
 * @throws {UsageFault} when there is none, or more than one.
 */
export async function authorityByCode({ database, clock }: Services, given: string): Promise<Authority> {
  const parts = given.split(':')
  const code = parts.at(-1) ?? ''
  const country = parts.length > 1 ? parts[0] : undefined
  const scheme = parts.length > 2 ? parts[1] : undefined
  const on = clock.now().toZonedDateTimeISO('UTC').toPlainDate()
  const found = await findByOfficialCode(database.db, { code, country, scheme, on })
  const [first, ...others] = found
  if (!first) throw new UsageFault(`No authority has the official code ${given}.`)
  if (others.length > 0) {
    throw new UsageFault(`Several authorities have the code ${given}: write COUNTRY:CODE or COUNTRY:SCHEME:CODE.`)
  }
  return first
}
