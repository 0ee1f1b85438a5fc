/**
 * What a letter carries so that its reader can stop all letters of the association. Nothing is stored before: the token
 * names the association and a hash of the address, and a keyed hash proves that this instance made it. It goes on working
 * when contact and campaign are long gone.
 */
import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

export interface StopClaim {
  /** Id. */
  readonly association: string
  readonly addressSha256: string
}

export interface LetterStops {
  create(claim: StopClaim): string
  /** Undefined for what this instance has not made. */
  read(token: string): StopClaim | undefined
}

/** @param email in any case. */
export function addressHash(association: string, email: string): string {
  return createHash('sha256').update(`${association} ${email.toLowerCase()}`).digest('hex')
}

const shape = /^([\w-]{32})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([0-9a-f]{64})$/

/** @param secret of the instance: when it changes, all tokens end. */
export function createLetterStops(secret: string): LetterStops {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'campaigns: stop letters of an association', 32))
  const proofOf = ({ association, addressSha256 }: StopClaim) =>
    createHmac('sha256', key)
      .update(JSON.stringify([association, addressSha256]))
      .digest()
      .subarray(0, 24)
  return {
    create: (claim) => [proofOf(claim).toString('base64url'), claim.association, claim.addressSha256].join('.'),
    read: (token) => {
      const [, proof, association, addressSha256] = shape.exec(token) ?? []
      if (proof === undefined || association === undefined || addressSha256 === undefined) return undefined
      const claim = { association, addressSha256 }
      return timingSafeEqual(Buffer.from(proof, 'base64url'), proofOf(claim)) ? claim : undefined
    },
  }
}
