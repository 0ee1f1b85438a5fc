/** Which part of an answer by mail was written for it, and which repeats earlier mails. Nothing is left out. Pure. */

export interface SplitMail {
  readonly written: string
  readonly quoted: string
}

/** The line that our own mails begin with, whatever the language, and however a mail program quotes it. */
const ours = /^[>\s]*===\s.+\s===\s*$/u
/** `-----Original Message-----`, in any language. */
const divider = /^\s*-{3,}\s?\p{L}[^-]{2,60}-{3,}\s*$/u
const rule = /^\s*_{20,}\s*$/
/** `From: …`, `*Von:* …`: a line of the head that some programs put above what they quote. */
const headLine = /^\s*\*?\p{L}[\p{L} -]{0,20}\s?:\*?\s+\S/u
const quoteLine = /^\s*>/

function startsHead(lines: readonly string[], at: number): boolean {
  const head = lines.slice(at, at + 6)
  const end = head.findIndex((line) => !headLine.test(line))
  const block = head.slice(0, end === -1 ? head.length : end)
  return block.length >= 3 && block.some((line) => line.includes('@'))
}

/** From here to the end there is nothing but quoted lines: an answer between them is not cut off. */
function quotedToTheEnd(lines: readonly string[], at: number): boolean {
  return quoteLine.test(lines[at] ?? '') && lines.slice(at).every((line) => line.trim() === '' || quoteLine.test(line))
}

function beginning(lines: readonly string[]): number {
  const found = lines.findIndex(
    (line, at) =>
      ours.test(line) || divider.test(line) || rule.test(line) || startsHead(lines, at) || quotedToTheEnd(lines, at),
  )
  return found === -1 ? lines.length : found
}

/** "On 3 March 2026, … wrote:": a paragraph of up to three lines that names a year or an address, or one line of it. */
function withoutAttribution(lines: readonly string[], end: number): number {
  let last = end
  while (last > 0 && /^[>\s]*$/.test(lines[last - 1] ?? '')) last -= 1
  let first = last
  while (first > 0 && lines[first - 1]?.trim()) first -= 1
  const start = last - first <= mostLines ? first : last - 1
  const words = lines.slice(start, last).join(' ').trim()
  return words.length < 400 && /:$/.test(words) && /@|\b20\d\d\b/.test(words) ? start : end
}

const mostLines = 3

export function splitQuoted(text: string): SplitMail {
  const lines = text.split('\n')
  const found = beginning(lines)
  const cut = found === lines.length ? found : withoutAttribution(lines, found)
  return { written: lines.slice(0, cut).join('\n').trim(), quoted: lines.slice(cut).join('\n').trim() }
}
