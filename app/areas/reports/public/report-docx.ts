/** A report for a word processor. */
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { ReportPaper } from './present-paper.ts'

/** Loaded when somebody asks for it: few do, and the server starts without. */
const library = () => import('docx')
type Library = Awaited<ReturnType<typeof library>>
type Level = 'HEADING_1' | 'HEADING_2' | 'HEADING_3'

/** Paragraphs in the direction of the page, words in the language of whoever wrote them. */
function writerOf({ Paragraph, TextRun, HeadingLevel }: Library, { tag, dir }: Translator, written: string) {
  const rightToLeft = dir === 'rtl'
  const languageOf = (lang: string) => (rightToLeft ? { bidirectional: lang } : { value: lang })
  const runs = (text: string, lang: string) =>
    text
      .split('\n')
      .map(
        (line, at) =>
          new TextRun({ text: line, rightToLeft, language: languageOf(lang), ...(at > 0 ? { break: 1 } : {}) }),
      )
  const paragraph = (text: string, lang: string) =>
    new Paragraph({ bidirectional: rightToLeft, spacing: { after: 120 }, children: runs(text, lang) })
  return {
    plain: (text: string) => paragraph(text, tag),
    said: (text: string, lang = written) => paragraph(text, lang),
    heading: (level: Level, text: string) =>
      new Paragraph({
        heading: HeadingLevel[level],
        bidirectional: rightToLeft,
        spacing: { before: 240, after: 120 },
        children: runs(text, tag),
      }),
    point: (text: string, lang: string, level = 0) =>
      new Paragraph({ bidirectional: rightToLeft, bullet: { level }, children: runs(text, lang) }),
  }
}
type Writer = ReturnType<typeof writerOf>

function tableOf(
  { Table, TableRow, TableCell, WidthType }: Library,
  { plain, said }: Writer,
  head: ReportPaper['head'],
  rows: ReportPaper['parts'][number]['rows'],
) {
  const width = { size: 100, type: WidthType.PERCENTAGE }
  return new Table({
    width,
    rows: [
      new TableRow({
        tableHeader: true,
        children: head.map((words) => new TableCell({ children: [plain(words)] })),
      }),
      ...rows.map(
        ({ title, lang, state, reason, indicators }) =>
          new TableRow({
            cantSplit: true,
            children: [
              new TableCell({ children: [said(title, lang)] }),
              new TableCell({ children: [plain(state), ...(reason === '' ? [] : [said(reason, lang)])] }),
              new TableCell({
                children: indicators.length > 0 ? indicators.map((one) => said(one, lang)) : [plain('')],
              }),
            ],
          }),
      ),
    ],
  })
}

/** @param written BCP 47 of the town's own words. */
export async function reportDocx(
  translator: Translator,
  paper: ReportPaper,
  written: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const docx = await library()
  const writer = writerOf(docx, translator, written)
  const { plain, said, heading, point } = writer
  const children = [
    heading('HEADING_1', paper.title),
    ...paper.lead.map(plain),
    heading('HEADING_2', paper.statesTitle),
    ...paper.states.map((one) => point(one, translator.tag)),
    ...paper.parts.flatMap(({ name, rows }) => [heading('HEADING_3', name), tableOf(docx, writer, paper.head, rows)]),
    heading('HEADING_2', paper.changesTitle),
    ...paper.changesSince.map(plain),
    ...(paper.changes.length === 0 ? [plain(paper.changesNone)] : []),
    ...paper.changes.flatMap(({ title, lang, lines }) => [
      point(title, lang),
      ...lines.map((line) => point(line, translator.tag, 1)),
    ]),
    heading('HEADING_2', paper.answersTitle),
    ...paper.answers.flatMap(({ question, paragraphs, same }) => [
      heading('HEADING_3', question),
      ...paragraphs.map((one) => said(one)),
      ...(same === '' ? [] : [plain(same)]),
    ]),
  ]
  const document = new docx.Document({ title: paper.title, creator: '', sections: [{ children }] })
  return new Uint8Array(await docx.Packer.toArrayBuffer(document))
}
