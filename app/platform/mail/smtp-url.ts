/** Whether the way to the mail server has to be encrypted. */

/** `on` and `off` are the operator's word; undefined where nothing was said. */
export type SmtpTls = 'on' | 'off' | undefined

/** How a connection is secured: from its first byte, by STARTTLS before anything else is said, or not at all. */
export type SmtpSecurity = 'tls' | 'starttls' | 'plain'

/**
 * There is no "if the server offers it": whoever sits on the line could take the offer away. A server on this very machine
 * is the one that need not encrypt.
 */
export function smtpSecurity(url: string, said: SmtpTls): SmtpSecurity {
  if (new URL(url).protocol === 'smtps:') return 'tls'
  if (said === undefined) return isThisMachine(url) ? 'plain' : 'starttls'
  return said === 'on' ? 'starttls' : 'plain'
}

export function isThisMachine(url: string): boolean {
  const { hostname } = new URL(url)
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
}
