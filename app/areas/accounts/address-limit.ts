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
  return limitPerAddress({ points: mostLinks, duration: linkMinutes * 60 })
}

/**
 * One mail for one form: whoever clicks twice, or sends a page of a while ago again, gets no second link. A page that is
 * opened anew asks anew.
 *
 * @returns whether this form has not asked for this address before; always for a form without a name.
 */
export function createFormLimit(): (email: string, form: string) => Promise<boolean> {
  const limit = limitPerAddress({ points: 1, duration: linkMinutes * 60 })
  return async (email, form) => form === '' || limit(`${form} ${email}`)
}

function limitPerAddress(limit: { readonly points: number; readonly duration: number }) {
  const limiter = new RateLimiterMemory(limit)
  return async (email: string): Promise<boolean> => {
    try {
      await limiter.consume(createHash('sha256').update(email).digest('base64url'))
      return true
    } catch (refusal) {
      if (refusal instanceof Error) throw refusal
      return false
    }
  }
}
