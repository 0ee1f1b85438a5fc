/** Services in JSON one after the other, from files of any length: an array, a page of an API, or one service a line. */
import { Tokenizer, TokenParser, TokenType } from '@streamparser/json'
import { bytesOf } from './read-csv.ts'
import type { ImportText } from './record.ts'

/** The number of a service from 1, or its line; undefined where that is no JSON. `ends`: nothing can be read from here on. */
export type JsonItem = { readonly row: number; readonly value: unknown; readonly ends?: boolean }

/** Bytes that are looked at to know which of the three it is, and that one service may have. */
const most = 1_000_000
/** Lists and objects inside each other: a service has nine. */
const deepest = 64

export async function* jsonItems(input: ImportText): AsyncGenerator<JsonItem> {
  const pieces = bytesOf(input)
  const { start, isWhole } = await startOf(pieces)
  const text = new TextDecoder().decode(start)
  const whole = isWhole ? parsed(text) : undefined
  if (whole !== undefined) {
    yield* listIn(whole).map((value, index) => ({ row: index + 1, value }))
    return
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield start
    yield* pieces
  }
  const [first = ''] = text.trimStart()
  if (first !== '[' && first !== '{') yield { row: 1, value: undefined, ends: true }
  else if (first === '{' && isLine(text)) yield* itemsOfLines(all())
  else
    yield* itemsOfList(all(), first === '[' ? '$.*' : /"content"\s*:\s*\[/.test(text) ? '$.content.*' : '$.contents.*')
}

async function startOf(pieces: AsyncIterator<Uint8Array>): Promise<{ start: Uint8Array; isWhole: boolean }> {
  const read: Uint8Array[] = []
  let size = 0
  while (size < most) {
    const next = await pieces.next()
    if (next.done) return { start: withoutMark(Buffer.concat(read)), isWhole: true }
    read.push(next.value)
    size += next.value.length
  }
  return { start: withoutMark(Buffer.concat(read)), isWhole: false }
}

/** Some programs begin a file with a byte order mark. */
const withoutMark = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Open Referral UK 1 calls what a page holds otherwise. */
function pageIn(whole: object): unknown {
  if ('contents' in whole) return whole.contents
  return 'content' in whole ? whole.content : whole
}

function listIn(whole: unknown): unknown[] {
  const page = typeof whole === 'object' && whole !== null ? pageIn(whole) : whole
  return Array.isArray(page) ? page : [page]
}

/** Whether the first line is an object by itself, or was meant to be one. */
function isLine(text: string): boolean {
  const [line = '', next] = text.trimStart().split('\n', 2)
  return next !== undefined && line.trimEnd().endsWith('}')
}

async function* itemsOfLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<JsonItem> {
  let row = 0
  for await (const line of linesOf(pieces)) {
    row += 1
    if (line === undefined) yield { row, value: undefined, ends: true }
    else if (line.trim() !== '') yield { row, value: parsed(line) }
  }
}

/** @returns undefined and ends where a line is too long to be one. */
async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string | undefined> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
    if (rest.length > most) {
      yield undefined
      return
    }
  }
  yield rest + decoder.decode()
}

async function* itemsOfList(pieces: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<JsonItem> {
  let row = 0
  let found: unknown[] = []
  const parser = listParser(path, (value) => found.push(value))
  for await (const piece of pieces) {
    const sound = parser.write(piece)
    for (const value of found) {
      row += 1
      yield { row, value }
    }
    found = []
    if (!sound) break
  }
  if (!parser.isEnded()) yield { row: row + 1, value: undefined, ends: true }
}

/** Tells of each value under the path, and keeps none. */
function listParser(path: string, take: (value: unknown) => void) {
  const [tokenizer, tokens] = [new Tokenizer(), new TokenParser({ paths: [path], keepStack: false })]
  let depth = 0
  let broken = false
  const breaks = () => {
    broken = true
  }
  tokens.onValue = ({ value }) => take(value)
  tokens.onError = breaks
  tokenizer.onError = breaks
  tokenizer.onToken = (each) => {
    if (each.token === TokenType.LEFT_BRACE || each.token === TokenType.LEFT_BRACKET) depth += 1
    else if (each.token === TokenType.RIGHT_BRACE || each.token === TokenType.RIGHT_BRACKET) depth -= 1
    if (depth > deepest) broken = true
    if (!broken) tokens.write(each)
  }
  return {
    write: (piece: Uint8Array): boolean => {
      if (!broken) tokenizer.write(piece)
      return !broken
    },
    isEnded: () => !broken && tokens.isEnded,
  }
}
