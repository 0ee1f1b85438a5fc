/** Letters to members without e-mail: printed as one file, of very many as several. */
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
  const { t } = request.frame.of.translator
  const isRefused = refused.sender !== undefined
  return page(
    c,
    <PrintedPage
      frame={request.frame}
      campaign={campaign}
      letters={letter + printed}
      unprinted={letter}
      inOneFile={inOneFile}
      sender={refused.sender ?? campaign.sender}
      part={refused.part ?? '1'}
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
  const number = Number(/^[1-9]\d{0,3}$/.exec(part)?.[0] ?? 1)
  const given = { association: request.union.id, id, part: number, sender: lines.join('\n') }
  const made = await printPart(deps, c.get('act'), given)
  if (!made) return c.redirect(urls.campaignPart(request.union, id, 'printed'), 303)
  const bytes = await fileOf(deps, request.frame.of.translator, made).catch((error: unknown) => {
    // The same form, sent again, makes the same letters.
    throw error instanceof PdfFault ? new RequestFault('unavailable') : error
  })
  return c.body(bytes, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="letters-${number}.pdf"`,
    'cache-control': 'no-store',
  })
}

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
