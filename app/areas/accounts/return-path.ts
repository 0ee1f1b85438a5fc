/** Characters of a path and query that need no escape, and escapes. */
const harmless = /^\/office(?:[/?][A-Za-z0-9\-._~/?=&%]*)?$/
/** A second slash, a step upwards, and escapes that somebody might undo into one of those or a backslash. */
const suspicious = /\/\/|\.\.|%2f|%5c|%2e|%25|%0|%1/i

/**
 * Where to go after signing in: only ever a page of the office of this instance. Whoever sends a person a link must not
 * decide on which site they land with it.
 *
 * @returns the path, or undefined when it is anything else.
 */
export function returnPath(given: string | undefined): string | undefined {
  if (given === undefined || given.length > 500) return undefined
  return harmless.test(given) && !suspicious.test(given) ? given : undefined
}
