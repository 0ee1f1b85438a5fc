/** Lines of a calendar (RFC 5545, 3.1 and 3.3.11). Pure. */

const longest = 75

const written: Readonly<Record<string, string>> = { '\\': '\\\\', ';': '\\;', ',': '\\,', '\n': '\\n', '\r': '' }

/** A text as the value of a property. */
export const escaped = (text: string): string => text.replace(/[\\;,\n\r]/g, (mark) => written[mark] ?? '')

/** A line that is folded at 75 octets, and never within a character. With its end. */
export function folded(line: string): string {
  const { length } = line
  if (length * 3 <= longest) return `${line}\r\n`
  const octets = Buffer.byteLength(line)
  if (octets <= longest) return `${line}\r\n`
  return octets === length ? foldedPlain(line) : foldedWide(line)
}

/** Each character is one octet. */
function foldedPlain(line: string): string {
  let text = line.slice(0, longest)
  // A line that goes on begins with a space.
  for (let from = longest; from < line.length; from += longest - 1)
    text += `\r\n ${line.slice(from, from + longest - 1)}`
  return `${text}\r\n`
}

function foldedWide(line: string): string {
  let [text, from, octets] = ['', 0, 0]
  for (let at = 0; at < line.length; at += 1) {
    const code = line.codePointAt(at) ?? 0
    const size = code < 0x80 ? 1 : code < 0x8_00 ? 2 : code < 0x1_00_00 ? 3 : 4
    if (octets + size > longest) {
      text += `${line.slice(from, at)}\r\n `
      ;[from, octets] = [at, 1]
    }
    octets += size
    if (size === 4) at += 1
  }
  return `${text}${line.slice(from)}\r\n`
}
