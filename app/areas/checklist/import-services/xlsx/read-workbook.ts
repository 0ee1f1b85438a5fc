/** What all cells of a workbook need: which sheet is read, its texts, its formats of numbers, its calendar. */
import { getFormatFromId } from 'numfmt'
import { isOfType, type PackageParts, type Relation, relationsOf } from './open-package.ts'
import { readWholeXml } from './read-xml.ts'

export type Workbook = {
  /** Name of the part with the sheet that is read; undefined where there is none. */
  readonly sheet: string | undefined
  /** Names of the other sheets that are shown. */
  readonly others: readonly string[]
  /** Texts that cells name by their number. */
  readonly texts: readonly string[]
  /** Format of a cell by the number of its style. */
  readonly formats: readonly string[]
  /** Days are counted from 1904, as older programs of one maker do. */
  readonly from1904: boolean
}

/** Undefined where the package is something else than a workbook. */
export async function workbookPart(parts: PackageParts): Promise<string | undefined> {
  const root = await relationsOf(parts, '')
  const main = root.find((each) => isOfType(each, 'officeDocument'))?.target
  return main && /(?:^|\/)workbook[^/]*\.xml$/i.test(main) && parts.has(main) ? main : undefined
}

/** @param place of the sheet that is read, among those that are shown. */
export async function readWorkbook(parts: PackageParts, main: string, place = 0): Promise<Workbook> {
  const relations = await relationsOf(parts, main)
  const { sheets, from1904 } = await readSheets(parts, main, relations)
  const one = (type: string) => relations.find((each) => isOfType(each, type) && parts.has(each.target))?.target
  const [texts, styles] = [one('sharedStrings'), one('styles')]
  return {
    sheet: sheets[place]?.part,
    others: sheets.filter((_, index) => index !== place).map(({ name }) => name),
    texts: texts ? await readTexts(parts, texts) : [],
    formats: styles ? await readFormats(parts, styles) : [],
    from1904,
  }
}

/** Those that are shown, in their order; charts are sheets, too, and hold no cells. */
async function readSheets(parts: PackageParts, main: string, relations: readonly Relation[]) {
  const sheets: { name: string; part: string }[] = []
  let from1904 = false
  await readWholeXml(parts.read(main), {
    open: (element, attributes) => {
      if (element === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '')
      if (element !== 'sheet' || /hidden$/i.test(attributes['state'] ?? '')) return
      const id = Object.entries(attributes).find(([name]) => /(?:^|:)id$/.test(name))?.[1]
      const relation = relations.find((each) => each.id === id && isOfType(each, 'worksheet'))
      if (relation) sheets.push({ name: attributes['name'] ?? '', part: relation.target })
    },
  })
  return { sheets, from1904 }
}

/** `_x000D_` stands for a character that XML has no place for, and for itself as `_x005F_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text
        .replaceAll(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
        .toWellFormed()
        // No text here can hold it: broken, like half a character.
        .replaceAll('\0', '\ufffd')
    : text

/** Collects the words of a text, whole or in pieces of different looks; not how it is pronounced. */
export class TextPieces {
  #text = ''
  #inWords = false
  #aside = 0

  open(name: string): void {
    if (name === 'rPh') this.#aside += 1
    this.#inWords = name === 't' && this.#aside === 0
  }

  add(text: string): void {
    if (this.#inWords) this.#text += text
  }

  close(name: string): void {
    if (name === 'rPh') this.#aside -= 1
    this.#inWords = false
  }

  take(): string {
    const text = unescaped(this.#text)
    this.#text = ''
    return text
  }
}

async function readTexts(parts: PackageParts, name: string): Promise<string[]> {
  const texts: string[] = []
  const pieces = new TextPieces()
  await readWholeXml(parts.read(name), {
    open: (element) => pieces.open(element),
    text: (text) => pieces.add(text),
    close: (element) => {
      pieces.close(element)
      if (element === 'si') texts.push(pieces.take())
    },
  })
  return texts
}

async function readFormats(parts: PackageParts, name: string): Promise<string[]> {
  const own = new Map<number, string>()
  const formats: string[] = []
  let inCells = false
  await readWholeXml(parts.read(name), {
    open: (element, { numFmtId = '0', formatCode = '' }) => {
      const id = Number(numFmtId)
      if (element === 'numFmt') own.set(id, formatCode)
      else if (element === 'cellXfs') inCells = true
      else if (element === 'xf' && inCells) formats.push(own.get(id) ?? builtIn(id))
    },
    close: (element) => {
      if (element === 'cellXfs') inCells = false
    },
  })
  return formats
}

/** Formats that files name by a number alone; an unknown one is none. */
function builtIn(id: number): string {
  const format: unknown = getFormatFromId(id)
  return typeof format === 'string' ? format : 'General'
}
