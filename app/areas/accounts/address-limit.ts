import { createHash } from 'node:crypto'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { linkMinutes } from './authentication.ts'

/** Links to one address within the time a link works. */
const mostLinks = 5

/**
 * Keeps anybody from filling somebody else's mailbox. It locks nobody out: the window is as long as a link works and
 * links already sent go on working, so that whoever reads the mailbox always has one or can ask for one.
 *
 * @returns whether another link may go to an address.
 */
export function createAddressLimit(): (email: string) => Promise<boolean> {
  const limiter = new RateLimiterMemory({ points: mostLinks, duration: linkMinutes * 60 })
  return async (email) => {
    try {
      await limiter.consume(createHash('sha256').update(email).digest('base64url'))
      return true
    } catch (refusal) {
      if (refusal instanceof Error) throw refusal
      return false
    }
  }
}
