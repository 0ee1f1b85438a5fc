/** Mails that no person wrote (RFC 3834): answering them, or taking them for an answer, would make a loop. Pure. */

/** @param header value of a header by its name in lower case; undefined where the mail has none. */
export function isAutomatic(header: (name: string) => string | undefined): boolean {
  const submitted = header('auto-submitted')?.trim().toLowerCase() ?? 'no'
  if (submitted !== 'no') return true
  if (/^\s*(?:bulk|junk|list|auto_reply)\b/i.test(header('precedence') ?? '')) return true
  if (['x-autoreply', 'x-autorespond', 'list-id', 'x-loop'].some((name) => header(name) !== undefined)) return true
  // A report about a mail comes from nobody.
  if (/^\s*<\s*>\s*$/.test(header('return-path') ?? '')) return true
  if (/^\s*multipart\/report\b/i.test(header('content-type') ?? '')) return true
  return /(?:^|[<\s"])(?:mailer-daemon|postmaster)@/i.test(header('from') ?? '')
}
