/** The text of a letter: plain words with a few fields. Pure. */

export const letterFields = ['town', 'office', 'link', 'association', 'contact'] as const
export type LetterField = (typeof letterFields)[number]

const longestSubject = 120
const longestBody = 6_000

export interface LetterFault {
  readonly field: 'subject' | 'body'
  /** Message `campaigns.letter.fault.<code>`. */
  readonly code: 'subject' | 'subjectLong' | 'body' | 'bodyLong' | 'unknown' | 'link' | 'linkInSubject'
  /** The field it is about, with its braces. */
  readonly named?: string
}

const braces = /\{[^{}]*\}|[{}]/g

const unknownIn = (text: string): string | undefined =>
  (text.match(braces) ?? []).find((found) => !letterFields.some((field) => found === `{${field}}`))

/** A paragraph that is the link and nothing else, as mail programs make one of it. */
const isLink = (paragraph: string): boolean => paragraph.trim() === '{link}'

export const paragraphsOf = (body: string): string[] =>
  body
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

export function letterFaults({ subject, body }: { readonly subject: string; readonly body: string }): LetterFault[] {
  const faults: LetterFault[] = []
  const unknown = { subject: unknownIn(subject), body: unknownIn(body) }
  if (subject === '') faults.push({ field: 'subject', code: 'subject' })
  else if (subject.length > longestSubject) faults.push({ field: 'subject', code: 'subjectLong' })
  else if (unknown.subject !== undefined) faults.push({ field: 'subject', code: 'unknown', named: unknown.subject })
  else if (subject.includes('{link}')) faults.push({ field: 'subject', code: 'linkInSubject', named: '{link}' })
  if (body === '') faults.push({ field: 'body', code: 'body' })
  else if (body.length > longestBody) faults.push({ field: 'body', code: 'bodyLong' })
  else if (unknown.body !== undefined) faults.push({ field: 'body', code: 'unknown', named: unknown.body })
  else if (!hasOneLink(body)) faults.push({ field: 'body', code: 'link', named: '{link}' })
  return faults
}

/** In paragraphs of its own, at least once, and nowhere else. */
function hasOneLink(body: string): boolean {
  const paragraphs = paragraphsOf(body)
  return paragraphs.some(isLink) && paragraphs.every((one) => isLink(one) || !one.includes('{link}'))
}

export type Values = Readonly<Record<Exclude<LetterField, 'link'>, string>>

export function filled(text: string, values: Values): string {
  return text.replace(/\{(town|office|association|contact)\}/g, (_, field: keyof Values) => values[field])
}

export type WrittenPart = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'link' }

/** The paragraphs of a letter to one town. */
export function written(body: string, values: Values): WrittenPart[] {
  return paragraphsOf(body).map((one) => (isLink(one) ? { kind: 'link' } : { kind: 'text', text: filled(one, values) }))
}
