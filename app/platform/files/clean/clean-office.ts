/**
 * A file of a word processor, spreadsheet or presentation, packed anew without what tells of its making. What people wrote
 * to each other in it (comments, tracked changes) is no dirt to be swept away unseen: such a file is refused.
 */
import { strFromU8, strToU8, type Zippable, zipSync } from 'fflate'
import { cleanPicture } from './clean-picture.ts'
import { OfficeFault, unpacked } from './unpack.ts'

const macros = /(?:^|\/)(?:vbaProject|vbaData)[^/]*$|^Basic\/|^Scripts\/|\.(?:bin|exe|dll|js|vbs|ps1)$/i
/** Settings of a printer, which a spreadsheet brings along: they are left out. */
const printer = /(?:^|\/)printerSettings\d*\.bin$/i
const comments =
  /^(?:word|xl|ppt)\/(?:.*\/)?(?:comments|threadedComments?|commentAuthors|people|persons?)[^/]*\.xml$|^(?:xl\/(?:threadedComments|persons)|ppt\/comments)\//i
const tracked = /<(?:w:(?:ins|del|moveFrom|moveTo)|text:tracked-changes|office:annotation|table:tracked-changes)[\s>/]/
const previews = /^docProps\/thumbnail\.\w+$|^Thumbnails\//i
const pictures = /^(?:(?:word|xl|ppt)\/media|Pictures|media)\/[^/]+$/i
const inside =
  /^(?:(?:word|xl|ppt)\/embeddings|ObjectReplacements|Object \d+)\/.*\.(?:docx|xlsx|pptx|odt|ods|odp|pdf|zip)$|^(?:word|xl|ppt)\/embeddings\//i

/** @throws {OfficeFault} */
export async function cleanOffice(content: Uint8Array): Promise<Uint8Array> {
  const parts = unpacked(content)
  const kept: Zippable = {}
  for (const [path, bytes] of Object.entries(parts)) {
    if (path.endsWith('/') || previews.test(path) || printer.test(path)) continue
    if (macros.test(path)) throw new OfficeFault('macros')
    if (comments.test(path)) throw new OfficeFault('traces')
    if (inside.test(path)) throw new OfficeFault('inside')
    kept[path] = pictures.test(path) ? await pictureOf(bytes) : textOf(path, bytes)
  }
  // The first part of an OpenDocument says what it is, and is not packed.
  const { mimetype, ...others } = kept
  return zipSync(mimetype ? { mimetype: [mimetype as Uint8Array, { level: 0 }], ...others } : others, {
    mtime: new Date('1980-01-02T00:00:00Z'),
  })
}

async function pictureOf(bytes: Uint8Array): Promise<Uint8Array> {
  const type =
    bytes[0] === 0x89 && bytes[1] === 0x50 ? 'png' : bytes[0] === 0xff && bytes[1] === 0xd8 ? 'jpg' : undefined
  return type === undefined ? bytes : cleanPicture(bytes, type)
}

const nothing = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const about: Readonly<Record<string, string>> = {
  'docProps/core.xml': `${nothing}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>`,
  'docProps/app.xml': `${nothing}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`,
  'docProps/custom.xml': `${nothing}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>`,
  'meta.xml': `${nothing}<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"><office:meta/></office:document-meta>`,
}

/** Parts that lead to what is not there any more. */
const leading =
  /<Relationship\b[^>]*(?:thumbnail\.\w+|printerSettings\d*\.bin|attachedTemplate)[^>]*\/>|<manifest:file-entry\b[^>]*"Thumbnails\/[^>]*\/>|<w:attachedTemplate\b[^>]*\/>|<w:rsids>.*?<\/w:rsids>/gs

function textOf(path: string, bytes: Uint8Array): Uint8Array {
  const replaced = about[path]
  if (replaced !== undefined) return strToU8(replaced)
  if (!/\.(?:xml|rels)$/i.test(path)) return bytes
  const text = strFromU8(bytes)
  if (path === 'META-INF/manifest.xml' && text.includes('encryption-data')) throw new OfficeFault('encrypted')
  // Entities that unfold, and texts of other files: no office program writes them.
  if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) throw new OfficeFault('damaged')
  if (tracked.test(text)) throw new OfficeFault('traces')
  return strToU8(text.replace(leading, ''))
}
