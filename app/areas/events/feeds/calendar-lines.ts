/** Lines of a calendar (RFC 5545, 3.1 and 3.3.11). Pure. */

const longest = 75

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', ';': '\\;', ',': '\\,', '\n': '\\n' }

/** A text as the value of a property. */
export const escaped = (text: string): string =>
  /[\\;,\n\r]/.test(text) ? text.replaceAll('\r', '').replace(/[\\;,\n]/g, (one) => escapes[one] ?? one) : text

/** A line that is folded at 75 octets, and never within a character. With its end. */
export function folded(line: string): string {
  if (Buffer.byteLength(line) <= longest) return `${line}\r\n`
  let [text, octets] = ['', 0]
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0
    const size = code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4
    if (octets + size > longest) {
      text += '\r\n '
      octets = 1
    }
    text += character
    octets += size
  }
  return `${text}\r\n`
}
