/** The secretariat reads a translation and decides. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
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
import { type OfficeContext, openToolkit, page } from './office-request.ts'
import type { Typed } from './pages/decide-form.tsx'
import { ToolkitReviewPage } from './pages/review-page.tsx'
import { answerDecision, statusOf } from './review-decision.ts'

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
  return page(c, <ToolkitReviewPage {...props} />, statusOf(typed))
}

const decide = (c: OfficeContext, deps: ToolkitOfficeDeps): Promise<Response> =>
  answerDecision(c, {
    show: (typed) => show(c, deps, typed),
    decide: (by, given) => decideTranslation(deps, by, given),
  })
