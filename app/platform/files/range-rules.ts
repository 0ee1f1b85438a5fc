/** The part of a file that somebody asks for (RFC 9110, section 14). Pure. */

export interface AskedPart {
  readonly range: string | undefined
  readonly ifRange: string | undefined
}

export type Part = 'whole' | 'none' | { readonly from: number; readonly to: number }

/** @param size more than zero. @returns `none`: there is no such part; several at once are answered with the whole. */
export function partAsked({ range, ifRange }: AskedPart, etag: string, size: number): Part {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range?.replaceAll(' ', '') ?? '')
  // A file that is another one by now is sent whole.
  if (!asked || (ifRange !== undefined && ifRange !== etag)) return 'whole'
  const [, first = '', last = ''] = asked
  if (first === '' && last === '') return 'whole'
  if (first === '') return Number(last) === 0 ? 'none' : { from: Math.max(size - Number(last), 0), to: size - 1 }
  const [from, to] = [Number(first), last === '' ? size - 1 : Math.min(Number(last), size - 1)]
  if (last !== '' && Number(last) < from) return 'whole'
  return from >= size ? 'none' : { from, to }
}

/** A name that every browser understands (RFC 6266, RFC 8187): in its own script, and in letters of the alphabet. */
export function attachment(name: string, plain: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain.replace(/[^\w.-]/g, '-')}"; filename*=UTF-8''${encoded}`
}

/** What a title becomes as the name of a file: nothing that a folder, a shell or a reading direction takes for its own. */
export function fileName(title: string, ending: string): string {
  const stem = title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}"*/:<>?\\|]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return `${[...stem].slice(0, 80).join('').trim() || 'file'}.${ending}`
}
