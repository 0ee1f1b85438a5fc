/** A filled-in letter as a file: plain text, for a word processor, and as PDF. */
import type { PdfDocument } from '../pdf/pdf.ts'
import { paragraphsOf } from './letter-text.ts'

export interface FilledLetter {
  readonly title: string
  readonly body: string
  /** BCP 47, and the direction of the language. */
  readonly tag: string
  readonly dir: 'ltr' | 'rtl'
}

export const letterFormats = ['docx', 'pdf', 'txt'] as const
export type LetterFormat = (typeof letterFormats)[number]

export const letterTypes: Readonly<Record<LetterFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
}

export function letterText({ title, body }: FilledLetter): string {
  return `${title}\n\n${body}\n`
}

export function letterDocument({ title, body, tag, dir }: FilledLetter): PdfDocument {
  return { template: 'model-letter.typ', tag, dir, title, data: { heading: title, paragraphs: paragraphsOf(body) } }
}

/** Loaded when somebody asks for it: few do, and the server starts without. */
export async function letterDocx({ title, body, tag, dir }: FilledLetter): Promise<Uint8Array<ArrayBuffer>> {
  const { Document, HeadingLevel, Packer, Paragraph, TextRun } = await import('docx')
  const rightToLeft = dir === 'rtl'
  const language = rightToLeft ? { bidirectional: tag } : { value: tag }
  const run = (text: string, line: number) =>
    new TextRun({ text, rightToLeft, language, ...(line > 0 ? { break: 1 } : {}) })
  const paragraphs = paragraphsOf(body).map(
    (lines) => new Paragraph({ bidirectional: rightToLeft, spacing: { after: 200 }, children: lines.map(run) }),
  )
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    bidirectional: rightToLeft,
    spacing: { after: 300 },
    children: [run(title, 0)],
  })
  const document = new Document({ title, creator: '', sections: [{ children: [heading, ...paragraphs] }] })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}
