/** The secretariat reads a translation and decides. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { fileWords } from '../../ui/file-words.ts'
import { languageName, writtenIn } from '../../ui/written-in.ts'
import { patterns, urls } from '../../urls.ts'
import type { ToolkitOfficeDeps } from './deps.ts'
import { readResource, readText } from './library-store.ts'
import { blocksOf } from './markdown.ts'
import { mayDecide } from './offer-form.ts'
import { readOffer } from './offer-store.ts'
import { decideTranslation } from './offer-translation.ts'
import { numberIn, type OfficeContext, openToolkit, page } from './office-request.ts'
import type { Typed } from './pages/decide-form.tsx'
import { ToolkitReviewPage } from './pages/review-page.tsx'

export const longestReasons = 2_000

export function reviewRoutes(deps: ToolkitOfficeDeps): Route<AppEnv>[] {
  const permission = 'toolkit.review'
  const path = `${urls.officeToolkit(undefined)}/offers${patterns.id}`
  return [
    { method: 'GET', permission, path, audit: 'toolkit.show-offer', handle: (c) => show(c, deps, {}) },
    { method: 'POST', permission, path, audit: 'toolkit.decide', handle: (c) => decide(c, deps) },
  ]
}

async function show(c: OfficeContext, deps: ToolkitOfficeDeps, typed: Typed): Promise<Response> {
  const { db } = deps.database
  const offer = await readOffer(db, c.req.param('id') ?? '')
  const resource = offer?.state === 'sent' ? await readResource(db, offer.resource) : undefined
  const original = offer && resource && (await readText(db, resource.id, resource.facts.language, offer.madeFrom))
  if (!offer || !resource || !original) throw notFound()
  const translator = c.get('translator')
  const [union] = await deps.readAssociations(db, offer.association ? [offer.association] : [])
  const { frame } = await openToolkit(c, deps)
  const props = {
    ...{ frame, id: offer.id, revision: offer.revision },
    language: languageName(translator.tag, deps.languages, offer.language),
    from: union ? (union.names[translator.language] ?? union.name) : deps.instanceName,
    original: {
      ...original,
      ...{ link: original.link ?? '', blocks: blocksOf(original.body) },
      ...writtenIn(deps.languages, original.language),
    },
    translation: { ...offer, blocks: blocksOf(offer.body), ...writtenIn(deps.languages, offer.language) },
    file: offer.file
      ? {
          href: urls.resourceOfferFile(frame.toolkit, offer.id),
          words: fileWords(translator, offer.file),
        }
      : undefined,
    safeguarding: resource.facts.safeguarding,
    own: !mayDecide(c.get('actor').id, offer),
    ...{ fault: typed.fault, decision: typed.decision ?? '', reasons: typed.reasons ?? '' },
  }
  const status = typed.fault === 'changed' || typed.fault === 'older' ? 409 : typed.fault ? 422 : 200
  return page(c, <ToolkitReviewPage {...props} />, status)
}

async function decide(c: OfficeContext, deps: ToolkitOfficeDeps): Promise<Response> {
  const fields = await readForm(c.req.raw)
  const reasons = fieldText(fields, 'reasons').trim()
  const decision = (['publish', 'return'] as const).find((one) => one === fieldText(fields, 'decision'))
  const typed = { reasons, decision: decision ?? '' }
  if (!decision) return show(c, deps, { ...typed, fault: 'choice' })
  if ((decision === 'return' && reasons === '') || reasons.length > longestReasons) {
    return show(c, deps, { ...typed, fault: 'reasons' })
  }
  const act = c.get('act')
  if (!act.person) throw notFound()
  const given = { id: c.req.param('id') ?? '', decision, reasons, seen: numberIn(fields, 'revision') }
  const outcome = await decideTranslation(deps, { ...act, person: act.person }, given)
  if (outcome === 'changed' || outcome === 'older') return show(c, deps, { ...typed, fault: outcome })
  if (outcome !== 'decided') throw notFound()
  return c.redirect(`${urls.officeToolkit(undefined)}?done=${decision === 'publish' ? 'published' : 'returned'}`, 303)
}
