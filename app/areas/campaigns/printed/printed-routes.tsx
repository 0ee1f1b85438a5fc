/** Letters to members without e-mail: printed as one file, of very many as several. */
import { z } from 'zod'
import type { AppEnv } from '../../../platform/http/env.ts'
import { RequestFault } from '../../../platform/http/faults.ts'
import { fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import { joinPdfs } from '../../../platform/pdf/join-pdf.ts'
import { PdfFault } from '../../../platform/pdf/pdf.ts'
import { patterns, urls } from '../../../urls.ts'
import { isPostal, linesOf, mostSenderLines } from '../../confirmations/index.ts'
import type { CampaignsOfficeDeps } from '../deps.ts'
import { countStates } from '../recipient-store.ts'
import { campaignOf, type OfficeContext, openUnion, page } from '../union-request.ts'
import { type LetterFile, type LetterRange, letterFiles } from './letter-store.ts'
import { PrintedPage } from './pages/printed-page.tsx'
import { lettersDocument, lettersTitle } from './present-letters.ts'
import { inOneFile, type PrintedPart, printPart } from './print-letters.ts'

const path = `/office/associations${patterns.cc}${patterns.association}/campaigns${patterns.id}/printed`
const permission = 'campaigns.run'

export function printedRoutes(deps: CampaignsOfficeDeps): Route<AppEnv>[] {
  return [
    { method: 'GET', path, permission, audit: 'campaigns.printed', handle: (c) => show(c, deps, {}) },
    { method: 'POST', path, permission, audit: 'campaigns.print', handle: (c) => submit(c, deps) },
  ]
}

interface Shown {
  readonly sender?: string
  readonly part?: string
}

async function show(c: OfficeContext, deps: CampaignsOfficeDeps, refused: Shown): Promise<Response> {
  const request = await openUnion(c, deps)
  const campaign = await campaignOf(c, deps, request)
  const { letter = 0, printed = 0 } = await countStates(deps.database.db, campaign.id)
  const files = await letterFiles(deps.database.db, campaign.id, inOneFile)
  const { t } = request.frame.of.translator
  const isRefused = refused.sender !== undefined
  return page(
    c,
    <PrintedPage
      frame={request.frame}
      campaign={campaign}
      letters={letter + printed}
      unprinted={letter}
      files={files.map(({ letters, ...range }) => ({ value: writtenRange(range), letters }))}
      sender={refused.sender ?? campaign.sender}
      part={refused.part ?? ''}
      errors={isRefused ? [{ field: 'sender', text: t('campaigns.printed.fault') }] : []}
    />,
    isRefused ? 422 : 200,
  )
}

async function submit(c: OfficeContext, deps: CampaignsOfficeDeps): Promise<Response> {
  const request = await openUnion(c, deps)
  const fields = await readForm(c.req.raw)
  const [typed, part] = [fieldText(fields, 'sender'), fieldText(fields, 'part')]
  const lines = linesOf(typed)
  if (!isPostal(lines, mostSenderLines)) return show(c, deps, { sender: typed, part })
  const id = c.req.param('id') ?? ''
  const files = await letterFiles(deps.database.db, (await campaignOf(c, deps, request)).id, inOneFile)
  const range = rangeOf(part) ?? files[0] ?? everything
  const given = { association: request.union.id, id, part: range, sender: lines.join('\n') }
  const made = await printPart(deps, c.get('act'), given)
  if (!made) return c.redirect(urls.campaignPart(request.union, id, 'printed'), 303)
  const bytes = await fileOf(deps, request.frame.of.translator, made).catch((error: unknown) => {
    // The same form, sent again, makes the same letters.
    throw error instanceof PdfFault ? new RequestFault('unavailable') : error
  })
  return c.body(bytes, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="letters-${numberOf(files, range)}.pdf"`,
    'cache-control': 'no-store',
  })
}

const everything: LetterRange = { after: undefined, upTo: undefined }

/** As the form says it: a file holds the same letters whatever happened to others since the page was opened. */
const writtenRange = ({ after = '', upTo = '' }: LetterRange): string => `${after}_${upTo}`

function rangeOf(value: string): LetterRange | undefined {
  const [, after, upTo] = /^([0-9a-f-]{36})?_([0-9a-f-]{36})?$/.exec(value) ?? []
  const isId = (id: string | undefined) => id === undefined || z.uuid().safeParse(id).success
  return value.includes('_') && isId(after) && isId(upTo) ? { after, upTo } : undefined
}

const numberOf = (files: readonly LetterFile[], { after }: LetterRange): number =>
  Math.max(1, files.findLastIndex((file) => (file.after ?? '') <= (after ?? '')) + 1)

/** Letters that are made together: the time for each grows with those beside it. */
const atOnce = 200

async function fileOf(
  { pdf }: CampaignsOfficeDeps,
  translator: Translator,
  { campaign, letters }: PrintedPart,
): Promise<Uint8Array<ArrayBuffer>> {
  const documents: Uint8Array<ArrayBuffer>[] = []
  for (let from = 0; from < letters.length; from += atOnce) {
    const some = letters.slice(from, from + atOnce)
    documents.push(await pdf.render(lettersDocument(translator, campaign.name, some)))
  }
  const title = lettersTitle(translator, campaign.name, letters.length)
  return joinPdfs({ documents, title, tag: translator.tag })
}
