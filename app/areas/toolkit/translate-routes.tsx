/** Writing a translation: the form, keeping it, sending it. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { languageName, writtenIn } from '../../ui/written-in.ts'
import type { ToolkitOfficeDeps } from './deps.ts'
import { readResource, readText } from './library-store.ts'
import { type OfferFault, type OfferWords, offerFaults, wordsIn } from './offer-form.ts'
import { type Offer, openOffer } from './offer-store.ts'
import { saveOffer } from './offer-translation.ts'
import { bases, numberIn, type OfficeContext, openToolkit, page } from './office-request.ts'
import { TranslatePage } from './pages/translate-page.tsx'
import { changesBetween } from './text-changes.ts'

export function translateRoutes(deps: ToolkitOfficeDeps): Route<AppEnv>[] {
  const permission = 'toolkit.translate'
  return bases.flatMap((base): Route<AppEnv>[] => {
    const path = `${base}/translate/:resource{[a-z0-9]+(?:-[a-z0-9]+)*}`
    return [
      { method: 'GET', permission, path, audit: 'toolkit.begin-translation', handle: (c) => show(c, deps) },
      { method: 'POST', permission, path, audit: 'toolkit.translate', handle: (c) => submit(c, deps) },
    ]
  })
}

interface Form {
  readonly language: string
  readonly offer: Offer | undefined
  readonly words: OfferWords
  readonly fields: FormFields
  readonly madeFrom: number
  readonly faults?: readonly OfferFault[]
  readonly changed?: boolean
}

async function asked(c: OfficeContext, deps: ToolkitOfficeDeps, into: string) {
  const resource = await readResource(deps.database.db, c.req.param('resource') ?? '')
  if (!resource || !deps.languages.codes.has(into) || into === resource.facts.language) throw notFound()
  return resource
}

async function formPage(c: OfficeContext, deps: ToolkitOfficeDeps, form: Form): Promise<Response> {
  const { frame } = await openToolkit(c, deps)
  const { db } = deps.database
  const translator = c.get('translator')
  const resource = await asked(c, deps, form.language)
  const { facts, id } = resource
  const original = await readText(db, id, facts.language, form.madeFrom)
  if (!original) throw notFound()
  const known = await readText(db, id, form.language)
  const before =
    known && known.revision < form.madeFrom ? await readText(db, id, facts.language, known.revision) : undefined
  const { language, offer, words, fields, madeFrom, faults = [], changed = false } = form
  const props = {
    ...{ frame, words, fields, madeFrom, faults, offer },
    resource: id,
    language: {
      ...{ code: language, name: languageName(translator.tag, deps.languages, language) },
      ...writtenIn(deps.languages, language),
    },
    original: { ...original, link: original.link ?? '', ...writtenIn(deps.languages, facts.language) },
    changes: before ? changesBetween(before, original) : [],
    safeguarding: facts.safeguarding,
    isLink: facts.kind === 'link',
    theirs: changed ? offer : undefined,
  }
  return page(c, <TranslatePage {...props} />, changed ? 409 : faults.length > 0 ? 422 : 200)
}

async function show(c: OfficeContext, deps: ToolkitOfficeDeps): Promise<Response> {
  const language = c.req.query('into') ?? ''
  const resource = await asked(c, deps, language)
  const { association } = await openToolkit(c, deps)
  const { db } = deps.database
  const offer = await openOffer(db, { resource: resource.id, language, association: association?.id ?? null })
  const known = await readText(db, resource.id, language)
  const public_ = known && { ...known, link: known.link ?? '' }
  const words = offer ?? public_ ?? { title: '', summary: '', body: '', link: '' }
  return formPage(c, deps, { language, offer, words, fields: new Map(), madeFrom: resource.facts.revision })
}

async function submit(c: OfficeContext, deps: ToolkitOfficeDeps): Promise<Response> {
  const fields = await readForm(c.req.raw)
  const language = fieldText(fields, 'into')
  const resource = await asked(c, deps, language)
  const { association, frame } = await openToolkit(c, deps)
  const { db } = deps.database
  const [words, madeFrom] = [wordsIn(fields), numberIn(fields, 'made_from')]
  const which = { resource: resource.id, language, association: association?.id ?? null }
  const offer = await openOffer(db, which)
  const sends = fieldText(fields, 'act') !== 'keep'
  const reading = { isLink: resource.facts.kind === 'link', namesNumber: deps.namesNumber }
  const faults = offerFaults(words, fields, reading, sends)
  const form = { language, offer, words, fields, madeFrom }
  if (faults.length > 0) return formPage(c, deps, { ...form, faults })
  const given = { ...words, ...which, id: newId(), madeFrom, state: sends ? ('sent' as const) : ('draft' as const) }
  const outcome = await saveOffer(deps, c.get('act'), given, numberIn(fields, 'revision'))
  if (outcome === 'gone') throw notFound()
  if (outcome === 'conflict') return formPage(c, deps, { ...form, offer: await openOffer(db, which), changed: true })
  return c.redirect(`${frame.toolkit}?done=${sends ? 'sent' : 'saved'}`, 303)
}
