/** Codes of an authenticator app (RFC 6238, as every app makes them) and recovery codes: made, read, compared. */
import { createHmac, randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const secretBytes = 20
const periodSeconds = 30
const recoveryCodeCount = 10

/** @returns base 32. */
export function newTotpSecret(): string {
  return new Secret({ size: secretBytes }).base32
}

function totpOf(secret: string, label?: { instance: string; email: string }): TOTP {
  const named = label && { issuer: label.instance, label: label.email }
  return new TOTP({ secret, algorithm: 'SHA1', digits: 6, period: periodSeconds, ...named })
}

/** What a QR code tells the app. */
export function totpAddress(secret: string, instance: string, email: string): string {
  return totpOf(secret, { instance, email }).toString()
}

/** The secret in groups of four, as people type it. */
export function inGroups(secret: string): string {
  return secret.match(/.{1,4}/g)?.join(' ') ?? ''
}

/** What was typed or pasted, without spaces and hyphens; digits of any script count. */
export function typedCode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200e\u200f-]/g, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
}

/**
 * The half minute whose code this is: the present one, or the one before or after it, for clocks that differ.
 *
 * @returns half minutes since 1970; undefined for a wrong code.
 */
export function stepOfCode(secret: string, code: string, now: Temporal.Instant): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const timestamp = now.epochMilliseconds
  const delta = totpOf(secret).validate({ token: code, timestamp, window: 1 })
  return delta === null ? undefined : Math.floor(timestamp / 1_000 / periodSeconds) + delta
}

/** 32 letters and digits, without those that are taken for one another: 0 and o, 1 and l. */
const letters = '23456789abcdefghijkmnpqrstuvwxyz'

/** Ten codes of 50 random bits, such as `k3m9p-x2qrt`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => {
    const code = [...randomBytes(10)].map((byte) => letters[byte % letters.length]).join('')
    return `${code.slice(0, 5)}-${code.slice(5)}`
  })
}

/** What the database keeps of a recovery code. */
export function recoveryCodeMac(secret: string, typed: string): string {
  return createHmac('sha256', secret)
    .update(`recovery code ${typedCode(typed).toLowerCase()}`)
    .digest('base64url')
}
