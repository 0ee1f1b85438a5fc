/** The secretariat reads an original that somebody else of it wrote, and decides. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { fileWords } from '../../ui/file-words.ts'
import { languageName, writtenIn } from '../../ui/written-in.ts'
import { patterns, urls } from '../../urls.ts'
import type { ToolkitOfficeDeps } from './deps.ts'
import { factsOf } from './draft-form.ts'
import { readDraft } from './draft-store.ts'
import { readAnyResource, readText } from './library-store.ts'
import { blocksOf } from './markdown.ts'
import { mayDecide } from './offer-form.ts'
import { type OfficeContext, openToolkit, page } from './office-request.ts'
import type { Typed } from './pages/decide-form.tsx'
import { DraftReviewPage } from './pages/draft-review-page.tsx'
import { factRows } from './present-facts.ts'
import { answerDecision, statusOf } from './review-decision.ts'
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
  const known = await readAnyResource(db, draft.resource)
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
  return page(c, <DraftReviewPage {...props} />, statusOf(typed))
}

const decide = (c: OfficeContext, deps: ToolkitOfficeDeps): Promise<Response> =>
  answerDecision(c, {
    show: (typed) => show(c, deps, typed),
    decide: (by, given) => decideOriginal(deps, by, given),
  })
