/** Letters to providers that wait in a town's office: printed as one document, then posted. */
import type { Context } from 'hono'
import { type AppEnv, authorityOf } from '../../platform/http/env.ts'
import { notFound, RequestFault } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, fieldTexts, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newSecret } from '../../platform/ids.ts'
import { type Pdf, PdfFault } from '../../platform/pdf/pdf.ts'
import { longDate } from '../../ui/dates.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { patterns, urls } from '../../urls.ts'
import { readPublishedService, textIn } from '../checklist/index.ts'
import { readContact } from './contact-store.ts'
import { dayAt, type Town, townName } from './deps.ts'
import { type Letter, lettersToSend, readSender } from './letter-store.ts'
import { type LettersFault, LettersPage, type LettersPageProps, type LetterView } from './pages/letters-page.tsx'
import { isPostal, linesOf, mostSenderLines } from './postal-rules.ts'
import { lettersDocument } from './present-letter.ts'
import { type GivenPrinting, type LettersDeps, mostTogether, postLetters, printLetters } from './print-letters.ts'

export interface LettersRoutesDeps extends LettersDeps {
  readonly pdf: Pdf
}

const path = `/office${patterns.cc}${patterns.slug}/letters`

export function lettersRoutes(deps: LettersRoutesDeps): Route<AppEnv>[] {
  const permission = 'confirmations.manage'
  const [print, posted] = [`${path}/print`, `${path}/posted`]
  return [
    { method: 'GET', path, permission, audit: 'confirmations.show-letters', handle: (c) => show(c, deps) },
    {
      method: 'POST',
      path: print,
      permission,
      audit: 'confirmations.print-letters',
      handle: (c) => submitPrint(c, deps),
    },
    {
      method: 'POST',
      path: posted,
      permission,
      audit: 'confirmations.post-letters',
      handle: (c) => submitPosted(c, deps),
    },
  ]
}

type OfficeContext = Context<AppEnv>
type Typed = Pick<LettersPageProps, 'ticked' | 'sender' | 'revision' | 'printing'>

const townOf = (c: OfficeContext, deps: LettersRoutesDeps): Promise<Town> =>
  deps.townOf(deps.database.db, authorityOf(c).id)

async function show(c: OfficeContext, deps: LettersRoutesDeps): Promise<Response> {
  return page(c, deps, await townOf(c, deps), {})
}

async function page(
  c: OfficeContext,
  deps: LettersRoutesDeps,
  town: Town,
  refused: { readonly typed?: Typed; readonly fault?: LettersFault; readonly late?: boolean },
): Promise<Response> {
  const { db } = deps.database
  const translator = c.get('translator')
  const waiting = await lettersToSend(db, town.id, mostTogether + 1)
  const letters: LetterView[] = []
  for (const letter of waiting.slice(0, mostTogether)) letters.push(await viewOf(c, deps, town, letter))
  const sender = await readSender(db, town.id)
  const props: LettersPageProps = {
    of: c.get('frame'),
    town,
    townName: townName(town, translator),
    letters,
    more: waiting.length > mostTogether,
    most: mostTogether,
    ticked: letters.map(({ value }) => value),
    sender: sender.lines,
    revision: sender.revision,
    printing: newSecret(),
    ...refused.typed,
    done: c.req.query('saved') === 'posted',
    fault: refused.fault,
    late: refused.late === true,
  }
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(<LettersPage {...props} />), props.late ? 409 : props.fault ? 422 : 200)
}

async function viewOf(c: OfficeContext, deps: LettersRoutesDeps, town: Town, letter: Letter): Promise<LetterView> {
  const { db } = deps.database
  const translator = c.get('translator')
  const service = await readPublishedService(db, town.id, letter.service)
  const contact = await readContact(db, letter.service)
  const day = (at: Temporal.Instant) => longDate(translator, dayAt(town, at))
  return {
    value: `${letter.id}.${letter.printings}`,
    name: (service && textIn(service.name, [translator.language, ...town.languages])) ?? '',
    to: linesOf(contact?.postal ?? '')[0] ?? '',
    again: letter.again,
    dueOn: day(letter.dueAt),
    printedOn: letter.printedAt && day(letter.printedAt),
  }
}

interface Ticked {
  readonly id: string
  readonly printings: number
}

const tickedIn = (typed: Typed): Ticked[] =>
  typed.ticked.flatMap((value) => {
    const [, id, printings] = /^([0-9a-f-]{36})\.(\d{1,6})$/.exec(value) ?? []
    return id === undefined ? [] : [{ id, printings: Number(printings) }]
  })

function typedIn(fields: FormFields): Typed {
  const printing = fieldText(fields, 'printing')
  if (!/^[A-Za-z0-9_-]{43}$/.test(printing)) throw notFound()
  const revision = Number(/^\d{1,9}$/.exec(fieldText(fields, 'revision'))?.[0] ?? 0)
  return { ticked: fieldTexts(fields, 'letters'), sender: fieldText(fields, 'sender'), revision, printing }
}

async function submitPrint(c: OfficeContext, deps: LettersRoutesDeps): Promise<Response> {
  const town = await townOf(c, deps)
  const typed = typedIn(await readForm(c.req.raw))
  const letters = tickedIn(typed)
  if (letters.length === 0) return page(c, deps, town, { typed, fault: { field: 'letters', code: 'noLetter' } })
  const lines = linesOf(typed.sender)
  if (!isPostal(lines, mostSenderLines)) {
    return page(c, deps, town, { typed, fault: { field: 'sender', code: 'sender' } })
  }
  const given: GivenPrinting = {
    ...{ printing: typed.printing, letters },
    sender: { lines: lines.join('\n'), revision: typed.revision },
  }
  const printed = await printLetters(deps, { ...c.get('act'), person: c.get('actor') }, town, given)
  // Which letters wait has changed: all are offered anew.
  if (!printed) return page(c, deps, town, { late: true })
  const document = lettersDocument(c.get('translator'), town, printed)
  const bytes = await deps.pdf.render(document).catch((error: unknown) => {
    // The same form, sent again, makes the same letters.
    throw error instanceof PdfFault ? new RequestFault('unavailable') : error
  })
  const day = dayAt(town, deps.clock.now())
  return c.body(bytes, 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="letters-${town.slug}-${day}.pdf"`,
    'cache-control': 'no-store',
  })
}

async function submitPosted(c: OfficeContext, deps: LettersRoutesDeps): Promise<Response> {
  const town = await townOf(c, deps)
  const typed = typedIn(await readForm(c.req.raw))
  const ids = tickedIn(typed).map(({ id }) => id)
  if (ids.length === 0) return page(c, deps, town, { typed, fault: { field: 'letters', code: 'noLetter' } })
  const posted = await postLetters(deps, c.get('act'), town.id, ids)
  if (!posted) return page(c, deps, town, { typed, fault: { field: 'letters', code: 'notPrinted' } })
  return c.redirect(`${urls.officeLetters(town)}?saved=posted`, 303)
}
