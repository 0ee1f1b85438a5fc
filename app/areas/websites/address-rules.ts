/** What somebody types as the address of a page. */

const longest = 2_000

/** @returns the address in full; undefined for what is no address of a page. */
export function pageAddress(typed: string): string | undefined {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(typed) ? typed : `https://${typed}`)
  if (!url || typed.length > longest || !/^https?:$/.test(url.protocol)) return undefined
  const isName = url.hostname.includes('.') || url.hostname === 'localhost' || url.hostname.startsWith('[')
  return url.username || url.password || !isName ? undefined : url.href
}
