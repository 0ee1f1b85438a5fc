/** A PDF written anew: pages and structure stay; who made it with what, notes, programs and files inside are gone. */
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'
import { withoutJpegNotes } from './clean-picture.ts'

export class EncryptedFault extends Error {}

const name = (text: string) => PDFName.of(text)
/** Of whatever has them: notes on the making, previews, data of programs, files inside, what runs by itself. */
const traces = ['Metadata', 'PieceInfo', 'Thumb', 'AF', 'LastModified', 'AA', 'OpenAction', 'Collection', 'EF'].map(
  name,
)
const running: ReadonlySet<string> = new Set([
  '/JavaScript',
  '/Launch',
  '/ImportData',
  '/SubmitForm',
  '/GoToE',
  '/Rendition',
])
/** Annotations in which `T` is the name of a person; in a field of a form it is the field's. */
const isField = (dict: PDFDict) => dict.get(name('Subtype'))?.toString() === '/Widget' || dict.has(name('FT'))

/** @returns the document and how many pages it has. @throws {EncryptedFault} and whatever the file makes of it. */
export async function cleanPdf(content: Uint8Array, title: string): Promise<Uint8Array> {
  const document = await PDFDocument.load(content, { updateMetadata: false, ignoreEncryption: true })
  if (document.isEncrypted) throw new EncryptedFault()
  const { context, catalog } = document
  const names = catalog.lookupMaybe(name('Names'), PDFDict)
  names?.delete(name('JavaScript'))
  names?.delete(name('EmbeddedFiles'))
  for (const [, object] of context.enumerateIndirectObjects()) for (const dict of dictsOf(object)) strip(dict)
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue
    if (object.dict.get(name('Filter'))?.toString() !== '/DCTDecode') continue
    const dots = withoutJpegNotes(object.contents)
    object.dict.delete(name('Length'))
    context.assign(ref, PDFRawStream.of(object.dict, dots))
  }
  // Earlier versions of the document and what belongs to nothing would be written again.
  context.trailerInfo.Info = undefined as never
  delete context.trailerInfo.Info
  delete context.trailerInfo.ID
  const reached = reachedFrom(document)
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref.toString())) context.delete(ref)
  const about = context.obj({})
  about.set(name('Title'), PDFHexString.fromText(title))
  context.trailerInfo.Info = context.register(about)
  return document.save({ updateFieldAppearances: false, addDefaultPage: false })
}

/** The dictionaries in an object, those of others not followed. */
function dictsOf(object: PDFObject): PDFDict[] {
  if (object instanceof PDFStream) return dictsOf(object.dict)
  if (object instanceof PDFDict) return [object, ...object.values().flatMap(dictsOf)]
  if (object instanceof PDFArray) return object.asArray().flatMap(dictsOf)
  return []
}

function strip(dict: PDFDict): void {
  for (const trace of traces) dict.delete(trace)
  const action = dict.lookup(name('S'))?.toString()
  if (action !== undefined && running.has(action)) {
    for (const key of dict.keys()) if (key.toString() !== '/S') dict.delete(key)
  }
  if (dict.has(name('Subtype')) && dict.has(name('Rect')) && !isField(dict)) {
    for (const key of ['T', 'M', 'CreationDate', 'FS', 'Sound', 'Movie']) dict.delete(name(key))
  }
}

function reachedFrom(document: PDFDocument): ReadonlySet<string> {
  const { context } = document
  const reached = new Set<string>()
  const waiting: PDFObject[] = [context.trailerInfo.Root].filter((one) => one !== undefined)
  while (waiting.length > 0) {
    const object = waiting.pop()
    if (object instanceof PDFRef) {
      const key = object.toString()
      if (reached.has(key)) continue
      reached.add(key)
      const found = context.lookup(object)
      if (found) waiting.push(found)
    } else if (object instanceof PDFStream) waiting.push(object.dict)
    else if (object instanceof PDFDict) waiting.push(...object.values())
    else if (object instanceof PDFArray) waiting.push(...object.asArray())
  }
  return reached
}
