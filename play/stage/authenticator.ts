/** The app on somebody's phone that shows a code every half minute. */
import { setTimeout as wait } from 'node:timers/promises'
import { Secret, TOTP } from 'otpauth'

const seconds = 30

export interface Authenticator {
  /** A code that has not been typed before: each is taken once. */
  code(): Promise<string>
}

/** @param key as the page shows it, in groups. */
export function authenticator(key: string): Authenticator {
  const totp = new TOTP({ secret: Secret.fromBase32(key.replace(/\s/g, '')), period: seconds })
  let last = 0
  const step = () => Math.floor(Date.now() / 1_000 / seconds)
  return {
    code: async () => {
      while (step() <= last) await wait(500)
      last = step()
      return totp.generate()
    },
  }
}
