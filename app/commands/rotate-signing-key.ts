/** Retires the key that signs, and signs the head of the register with a new one. */
import { lastLink, registerTag, signHead } from '../areas/register/index.ts'
import { actOf, recordAudit } from '../platform/audit/audit.ts'
import { announceChange } from '../platform/db/change-feed.ts'
import { replaceKey } from '../platform/signing/signing-keys.ts'
import { type Command, say, withServices } from './command.ts'

export const command: Command = {
  options: {},
  run: () =>
    withServices(async ({ database, config, clock }) => {
      const act = actOf('command', 'register.rotate-key', clock.now())
      const key = await database.db.transaction().execute(async (tx) => {
        const made = await replaceKey(tx, { config }, act.at)
        const last = await lastLink(tx)
        if (last) await signHead(tx, { config }, last, act.at)
        const detail = made.retired === undefined ? {} : { retired: made.retired }
        await recordAudit(tx, act, { authority: null, subject: `signing key ${made.keyId}`, detail })
        // Processes that have the old one in memory forget it.
        await announceChange(tx, [registerTag])
        return made
      })
      if (key.retired !== undefined) say(`retired ${key.retired}; what it has signed can still be checked`)
      say(`in use  ${key.keyId}`)
      return 0
    }),
}
