/** A drawing as the picture that it makes: only shapes and colours are read, so that nothing in it can run, load or tell. */
import { Resvg } from '@resvg/resvg-js'
import { SaxesParser } from 'saxes'

const svg = 'http://www.w3.org/2000/svg'
const xlink = 'http://www.w3.org/1999/xlink'

const shapes: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'symbol', 'use', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
  ...['linearGradient', 'radialGradient', 'stop', 'clipPath', 'mask', 'pattern', 'style'],
])
/** In the same drawing, or nowhere. */
const isInside = (value: string) => value.startsWith('#')
const loads = /url\(\s*['"]?(?!#)|@import|@font-face|expression\(|javascript:/i
const mostParts = 50_000

const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[one] ?? one)

/** The shapes of a drawing alone. @throws where it is none, or loads something. */
function shapesOf(text: string): string {
  const parser = new SaxesParser({ xmlns: true })
  const parts: string[] = []
  /** How deep within something that is left out. */
  let left = 0
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new Error('a drawing declares nothing of its own')
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (left > 0 || uri !== svg || !shapes.has(local)) {
      left += 1
      return
    }
    const kept = Object.values(attributes).flatMap(({ uri: space, local: name, value }) => {
      const isHref = name === 'href' && (space === '' || space === xlink)
      if (isHref ? !isInside(value) : space !== '' || /^on/i.test(name)) return []
      if (loads.test(value)) throw new Error('a drawing loads nothing')
      return [` ${name}="${escaped(value)}"`]
    })
    parts.push(`<${local}${local === 'svg' && parts.length === 0 ? ` xmlns="${svg}"` : ''}${kept.join('')}>`)
    if (parts.length > mostParts) throw new Error('a drawing of too many parts')
  })
  parser.on('closetag', ({ local }) => {
    if (left > 0) left -= 1
    else parts.push(`</${local}>`)
  })
  const styles = (words: string) => {
    if (left > 0 || words.trim() === '') return
    if (loads.test(words)) throw new Error('a drawing loads nothing')
    // Words are no shapes: what stands in a style is kept, all else has lost its element.
    if (parts.at(-1)?.startsWith('<style')) parts.push(escaped(words))
  }
  parser.on('text', styles)
  parser.on('cdata', styles)
  parser.write(text).close()
  if (!parts[0]?.startsWith('<svg')) throw new Error('no drawing')
  return parts.join('')
}

/** @throws where nothing can be drawn. */
export function drawnPicture(content: Uint8Array, side = 1_000): Uint8Array {
  const shown = shapesOf(new TextDecoder('utf-8', { fatal: true }).decode(content))
  const measured = new Resvg(shown, { font: { loadSystemFonts: false }, logLevel: 'off' })
  const fit = measured.width >= measured.height ? 'width' : 'height'
  const drawing = new Resvg(shown, {
    fitTo: { mode: fit, value: side },
    font: { loadSystemFonts: false },
    logLevel: 'off',
  })
  return new Uint8Array(drawing.render().asPng())
}
