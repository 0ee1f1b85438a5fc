/**
 * The code of an invitation, and the secret of the link that it stands for. Both follow from the id of the recipient and
 * from the secret of the instance, so that a reminder and a letter that is printed again carry the same; kept is a hash of
 * the link alone.
 */
import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { codeFrom } from '../confirmations/index.ts'

export interface InvitationCodes {
  /** To be typed by hand. */
  codeOf(recipient: string): string
}

export function createInvitationCodes(secret: string): InvitationCodes {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'campaigns: codes of invitations', 32))
  return {
    codeOf: (recipient) => {
      for (let round = 0; ; round += 1) {
        const code = codeFrom(createHmac('sha512', key).update(`${recipient} ${round}`).digest())
        if (code !== undefined) return code
      }
    },
  }
}

/** The secret in the link of an invitation; what was typed stands in no address. */
export function secretOfCode(code: string): string {
  return createHash('sha256').update(`invitation ${code}`).digest('base64url')
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
