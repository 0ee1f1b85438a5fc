/** Reads XML of unknown origin piece by piece, within bounds that no spreadsheet program comes near. */
import { SaxesParser } from 'saxes'

/** Elements inside each other, attributes of one element. */
const [deepest, mostAttributes] = [64, 200]

/** Names come without their prefix: some programs write `x:row`. */
export interface XmlHandler {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** Not XML, or not such as a spreadsheet program writes. */
export class XmlFault extends Error {}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** More than was allowed. */
export class TooLarge extends Error {}

/** Calls the handler, and yields after each piece. @throws {XmlFault} and what the handler throws of the two. */
export async function* readXml(bytes: AsyncIterable<Uint8Array>, handler: XmlHandler): AsyncGenerator<void> {
  const parser = parserFor(handler)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const piece of bytes) {
    guard(() => parser.write(decoder.decode(piece, { stream: true })))
    yield
  }
  guard(() => parser.write(decoder.decode()).close())
  yield
}

/** The parser and the decoder throw plain errors. */
function guard(work: () => void): void {
  try {
    work()
  } catch (error) {
    throw error instanceof XmlFault || error instanceof TooLarge ? error : new XmlFault('not XML', { cause: error })
  }
}

function parserFor({ open, text, close }: XmlHandler): SaxesParser<{ xmlns: false }> {
  const parser = new SaxesParser({ position: false, xmlns: false })
  let [depth, attributes] = [0, 0]
  // Only here could a file say what its own entities stand for.
  parser.on('doctype', () => {
    throw new XmlFault('a document type')
  })
  parser.on('opentagstart', () => {
    depth += 1
    attributes = 0
    if (depth > deepest) throw new XmlFault('elements too deep')
  })
  parser.on('attribute', () => {
    attributes += 1
    if (attributes > mostAttributes) throw new XmlFault('too many attributes')
  })
  parser.on('opentag', ({ name, attributes: given }) => open?.(local(name), given))
  parser.on('closetag', ({ name }) => {
    depth -= 1
    close?.(local(name))
  })
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  return parser
}

/** For parts that say little: everything at once. @throws {XmlFault} */
export async function readWholeXml(bytes: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  for await (const _ of readXml(bytes, handler));
}
