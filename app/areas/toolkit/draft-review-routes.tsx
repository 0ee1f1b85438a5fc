/** The secretariat reads an original that somebody else of it wrote, and decides. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { fileWords } from '../../ui/file-words.ts'
import { languageName, writtenIn } from '../../ui/written-in.ts'
import { patterns, urls } from '../../urls.ts'
import type { ToolkitOfficeDeps } from './deps.ts'
import { factsOf } from './draft-form.ts'
import { readDraft } from './draft-store.ts'
import { readResource, readText } from './library-store.ts'
import { blocksOf } from './markdown.ts'
import { mayDecide } from './offer-form.ts'
import { numberIn, type OfficeContext, openToolkit, page } from './office-request.ts'
import type { Typed } from './pages/decide-form.tsx'
import { DraftReviewPage } from './pages/draft-review-page.tsx'
import { factRows } from './present-facts.ts'
import { longestReasons } from './review-routes.tsx'
import { changesBetween } from './text-changes.ts'
import { decideOriginal } from './write-original.ts'

export function draftReviewRoutes(deps: ToolkitOfficeDeps): Route<AppEnv>[] {
  const permission = 'toolkit.review'
  const path = `${urls.officeToolkit(undefined)}/drafts${patterns.id}`
  return [
    { method: 'GET', permission, path, audit: 'toolkit.show-original', handle: (c) => show(c, deps, {}) },
    { method: 'POST', permission, path, audit: 'toolkit.decide-original', handle: (c) => decide(c, deps) },
  ]
}

async function show(c: OfficeContext, deps: ToolkitOfficeDeps, typed: Typed): Promise<Response> {
  const { db } = deps.database
  const draft = await readDraft(db, c.req.param('id') ?? '')
  const facts = draft?.state === 'sent' ? factsOf(draft.facts, draft.madeFrom + 1) : undefined
  if (!draft || !facts) throw notFound()
  const translator = c.get('translator')
  const { frame } = await openToolkit(c, deps)
  const known = await readResource(db, draft.resource)
  const before = known && (await readText(db, known.id, known.facts.language, draft.madeFrom))
  const words = writtenIn(deps.languages, facts.language)
  const props = {
    ...{ frame, id: draft.id, revision: draft.revision },
    text: { ...draft, blocks: blocksOf(draft.body), ...words },
    facts: [
      {
        label: translator.t('toolkit.languages.language'),
        value: languageName(translator.tag, deps.languages, facts.language),
      },
      ...factRows(translator, facts),
    ],
    articles: facts.articles,
    sources: draft.sources.split(/\s+/).filter(Boolean),
    changes: before ? changesBetween(before, { ...draft, link: draft.link || null }) : [],
    file: draft.file ? { href: urls.resourceDraftFile(draft.id), words: fileWords(translator, draft.file) } : undefined,
    safeguarding: facts.safeguarding,
    own: !mayDecide(c.get('actor').id, draft),
    ...{ fault: typed.fault, decision: typed.decision ?? '', reasons: typed.reasons ?? '' },
  }
  const status = typed.fault === 'changed' || typed.fault === 'older' ? 409 : typed.fault ? 422 : 200
  return page(c, <DraftReviewPage {...props} />, status)
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
  const outcome = await decideOriginal(deps, { ...act, person: act.person }, given)
  if (outcome === 'changed' || outcome === 'older') return show(c, deps, { ...typed, fault: outcome })
  if (outcome !== 'decided') throw notFound()
  return c.redirect(`${urls.officeToolkit(undefined)}?done=${decision === 'publish' ? 'published' : 'returned'}`, 303)
}
