/** Whether the register can be added to, and its certificates signed. */
import type { Config } from '../../config.ts'
import type { Database } from '../../platform/db/database.ts'
import { canSign, otherSecret } from '../../platform/signing/signing-keys.ts'
import type { Finding } from './finding.ts'

type Keys = Pick<Config, 'production' | 'secret'>

export async function examineRegister(config: Keys, { db }: Pick<Database, 'db'>): Promise<Finding[]> {
  const check = 'register' as const
  // Elsewhere another SECRET makes another key by itself.
  if (!config.production || (await canSign(db, { config }))) return [{ check, state: 'ok', text: 'can be signed' }]
  return [{ check, state: 'fault', text: otherSecret }]
}
