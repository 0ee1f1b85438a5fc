/** The words of a mail that has HTML alone; what it quotes is marked as in plain text. */
import { Parser } from 'htmlparser2'

const unseen = new Set(['head', 'script', 'style', 'template', 'title'])
const blocks = new Set(['blockquote', 'div', 'h1', 'h2', 'h3', 'h4', 'hr', 'li', 'ol', 'p', 'pre', 'table', 'tr', 'ul'])

export function textOfHtml(html: string): string {
  const lines: string[] = ['']
  let [hidden, quotes] = [0, 0]
  const newLine = () => {
    if (
      lines
        .at(-1)
        ?.replace(/^(?:> )+/, '')
        .trim() !== ''
    )
      lines.push('> '.repeat(quotes))
    else lines[lines.length - 1] = '> '.repeat(quotes)
  }
  const parser = new Parser({
    onopentagname: (name) => {
      if (unseen.has(name)) hidden += 1
      if (name === 'blockquote') quotes += 1
      if (name === 'br') lines.push('> '.repeat(quotes))
      else if (blocks.has(name)) newLine()
    },
    ontext: (text) => {
      if (hidden === 0) lines[lines.length - 1] += text.replace(/\s+/g, ' ')
    },
    onclosetag: (name) => {
      if (unseen.has(name)) hidden -= 1
      if (name === 'blockquote') quotes -= 1
      if (blocks.has(name)) newLine()
    },
  })
  parser.end(html)
  return lines.map((line) => line.trimEnd()).join('\n')
}
