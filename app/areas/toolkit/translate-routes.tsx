/** Writing a translation: the form, keeping it, sending it. */

import type { KeptFile } from '../../platform/files/file-types.ts'
import { sendFile } from '../../platform/files/send-file.ts'
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, readFormWithFile } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { fileWords } from '../../ui/file-words.ts'
import { languageName, writtenIn } from '../../ui/written-in.ts'
import { patterns, urls } from '../../urls.ts'
import type { ToolkitOfficeDeps } from './deps.ts'
import { readResource, readText } from './library-store.ts'
import { type OfferFault, type OfferWords, offerFaults, wordsIn } from './offer-form.ts'
import { type Offer, openOffer, readOffer } from './offer-store.ts'
import { saveOffer } from './offer-translation.ts'
import { bases, numberIn, type OfficeContext, openToolkit, page } from './office-request.ts'
import { TranslatePage } from './pages/translate-page.tsx'
import { takenFile } from './taken-file.ts'
import { changesBetween } from './text-changes.ts'

export function translateRoutes(deps: ToolkitOfficeDeps): Route<AppEnv>[] {
  const permission = 'toolkit.translate'
  return bases.flatMap((base): Route<AppEnv>[] => {
    const path = `${base}/translate/:resource{[a-z0-9]+(?:-[a-z0-9]+)*}`
    return [
      { method: 'GET', permission, path, audit: 'toolkit.begin-translation', handle: (c) => show(c, deps) },
      { method: 'POST', permission, path, audit: 'toolkit.translate', handle: (c) => submit(c, deps) },
      {
        ...{ method: 'GET', permission, path: `${base}/offers${patterns.id}/file`, audit: 'toolkit.offer-file' },
        handle: (c) => sendOfferFile(c, deps),
      },
    ]
  })
}

interface Form {
  readonly language: string
  readonly offer: Offer | undefined
  readonly words: OfferWords
  readonly fields: FormFields
  readonly madeFrom: number
  /** That a file was chosen, which is lost with a refused form. */
  readonly hadFile?: boolean
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
  const { language, offer, words, fields, madeFrom, faults = [], changed = false, hadFile = false } = form
  const present = presentFile(c, frame.toolkit, { resource: id, language, offer, known: known?.file ?? null })
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
    originalFile: original.file
      ? {
          href: urls.resourceFile(translator.language, id, facts.language, original.file),
          words: fileWords(translator, original.file),
        }
      : undefined,
    file: present,
    again: hadFile && (faults.length > 0 || changed),
    theirs: changed ? offer : undefined,
  }
  return page(c, <TranslatePage {...props} />, changed ? 409 : faults.length > 0 ? 422 : 200)
}

/** What is under way; else what is public. */
function presentFile(
  c: OfficeContext,
  toolkit: string,
  given: {
    readonly resource: string
    readonly language: string
    readonly offer: Offer | undefined
    readonly known: KeptFile | null
  },
) {
  const translator = c.get('translator')
  const { resource, language, offer, known } = given
  const file = offer ? offer.file : known
  if (!file) return undefined
  const href = offer
    ? urls.resourceOfferFile(toolkit, offer.id)
    : urls.resourceFile(translator.language, resource, language, file)
  return { href, words: fileWords(translator, file) }
}

async function sendOfferFile(c: OfficeContext, deps: ToolkitOfficeDeps): Promise<Response> {
  const { association } = await openToolkit(c, deps)
  const offer = await readOffer(deps.database.db, c.req.param('id') ?? '')
  // The secretariat reads what it decides about; an association sees its own.
  if (!offer?.file || (association && offer.association !== association.id)) throw notFound()
  return sendFile(c, deps.files, offer.file, {
    ...{ title: offer.title, plain: `${offer.resource}-${offer.language}`, between: 'nothing' },
  })
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
  const { fields, file: sent } = await readFormWithFile(c.req.raw, 'file')
  const language = fieldText(fields, 'into')
  const resource = await asked(c, deps, language)
  const { association, frame } = await openToolkit(c, deps)
  const { db } = deps.database
  const [words, madeFrom] = [wordsIn(fields), numberIn(fields, 'made_from')]
  const which = { resource: resource.id, language, association: association?.id ?? null }
  const offer = await openOffer(db, which)
  const sends = fieldText(fields, 'act') !== 'keep'
  const isLink = resource.facts.kind === 'link'
  const before = offer ? offer.file : ((await readText(db, resource.id, language))?.file ?? null)
  const { file, fault, hadFile } = await takenFile(deps, {
    ...{ sent, isLink, before, title: words.title, without: fieldText(fields, 'without') === 'yes' },
  })
  const reading = { isLink, hasFile: file !== null, namesNumber: deps.namesNumber }
  const faults = [
    ...offerFaults(words, fields, reading, sends),
    ...(fault ? [{ field: 'file' as const, code: fault }] : []),
  ]
  const form = { language, offer, words, fields, madeFrom, hadFile }
  if (faults.length > 0) return formPage(c, deps, { ...form, faults })
  const given = {
    ...words,
    ...which,
    file,
    id: newId(),
    madeFrom,
    state: sends ? ('sent' as const) : ('draft' as const),
  }
  const outcome = await saveOffer(deps, c.get('act'), given, numberIn(fields, 'revision'))
  if (outcome === 'gone') throw notFound()
  if (outcome === 'conflict') return formPage(c, deps, { ...form, offer: await openOffer(db, which), changed: true })
  return c.redirect(`${frame.toolkit}?done=${sends ? 'sent' : 'saved'}`, 303)
}
