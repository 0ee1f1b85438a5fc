/** A town or an association that took part reads the draft and proposes changes, line by line. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { newId } from '../../platform/ids.ts'
import { patterns, urls } from '../../urls.ts'
import { propose, takeBack } from './amend.ts'
import { readAmendments } from './amendment-store.ts'
import { areShown, freshness, mayAmend } from './conclusion-rules.ts'
import { type Conclusion, type ConclusionSet, readConclusions } from './conclusion-store.ts'
import type { ConclusionsOfficeDeps } from './deps.ts'
import { amendmentFrom, type Fault } from './forms.ts'
import { isSameParty, namesFor, ofParty } from './names.ts'
import { doneOf, idIn, type OfficeContext, openParty, openSet, page, partyBases, readingOf } from './office-request.ts'
import { TownPage } from './pages/town-page.tsx'
import { amendmentView } from './present-lines.ts'

export function townRoutes(deps: ConclusionsOfficeDeps): Route<AppEnv>[] {
  const permission = 'conclusions.take-part'
  return partyBases.flatMap((base): Route<AppEnv>[] => {
    const path = `${base}/conclusions`
    const back = `${path}/amendments${patterns.id}/back`
    return [
      { method: 'GET', permission, path, audit: 'conclusions.read-draft', handle: (c) => show(c, deps, {}) },
      { method: 'POST', permission, path, audit: 'conclusions.propose', handle: (c) => submit(c, deps) },
      { method: 'POST', permission, path: back, audit: 'conclusions.take-back', handle: (c) => submitBack(c, deps) },
    ]
  })
}

interface Shown {
  readonly fields?: FormFields
  readonly faults?: readonly Fault[]
  readonly refused?: string
}

/** @throws RequestFault not-found for whoever did not take part, and while it is a draft. */
async function openDraft(c: OfficeContext, deps: ConclusionsOfficeDeps) {
  const opened = await openParty(c, deps)
  const { meeting, set } = await openSet(c, deps)
  if (!set || set.stage === 'draft') throw notFound()
  const { db } = deps.database
  // Whoever has proposed reads what was decided, also once people are deleted.
  const proposed = async () => (await readAmendments(db, meeting.id)).some((one) => isSameParty(one, opened.party))
  if (!(await deps.tookPart(db, meeting, opened.party)) && !(await proposed())) throw notFound()
  return { ...opened, meeting, set }
}

function translationOf(one: Conclusion, set: ConclusionSet, language: string) {
  const fresh = freshness(one, set.language, language)
  const found = one.translations[language]
  return found && (fresh === 'current' || fresh === 'older')
    ? { text: found.text, language, older: fresh === 'older' }
    : undefined
}

async function show(c: OfficeContext, deps: ConclusionsOfficeDeps, shown: Shown): Promise<Response> {
  const { party, place, frame, meeting, set } = await openDraft(c, deps)
  const { db } = deps.database
  const translator = c.get('translator')
  const conclusions = await readConclusions(db, meeting.id)
  const amendments = (await readAmendments(db, meeting.id)).filter(
    (one) => isSameParty(one, party) || (areShown(set.stage) && one.state !== 'withdrawn'),
  )
  const name = await namesFor(deps, db, translator, amendments.map(ofParty))
  const { faults = [], refused } = shown
  const props = {
    ...{ frame, place, year: meeting.year, stage: set.stage, language: set.language, faults, refused },
    ...{ fields: shown.fields ?? new Map(), fresh: newId(), done: doneOf(c), mayPropose: mayAmend(set.stage) },
    lines: conclusions.map((one) => ({
      ...{ id: one.id, number: one.position, body: one.body, asks: one.asks },
      translation: translationOf(one, set, translator.language),
    })),
    amendments: amendments.map((one) => ({
      ...amendmentView(translator, one, {
        number: conclusions.find(({ id }) => id === one.conclusion)?.position,
        by: name(ofParty(one)),
      }),
      backHref:
        isSameParty(one, party) && one.state === 'waiting'
          ? urls.partyAmendmentBack(place, meeting.year, one.id)
          : undefined,
    })),
  }
  return page(c, <TownPage {...props} />, faults.length > 0 || refused !== undefined ? 422 : 200)
}

async function submit(c: OfficeContext, deps: ConclusionsOfficeDeps): Promise<Response> {
  const { party, place, meeting } = await openDraft(c, deps)
  const fields = await readForm(c.req.raw)
  const read = amendmentFrom(fields, readingOf(c, deps))
  if ('faults' in read) return show(c, deps, { fields, faults: read.faults })
  const about = { id: idIn(fields), conclusion: idIn(new Map(fields), 'conclusion'), ...party }
  const outcome = await propose(deps, c.get('act'), meeting, { ...about, ...read })
  if (outcome !== 'kept') {
    const { t } = c.get('translator')
    const refused = outcome === 'gone' && fieldText(fields, 'conclusion') !== '' ? 'lineGone' : 'late'
    return show(c, deps, { fields, refused: t(`conclusion.amendment.${refused}`) })
  }
  return c.redirect(`${urls.partyConclusions(place, meeting.year)}?done=proposed`, 303)
}

async function submitBack(c: OfficeContext, deps: ConclusionsOfficeDeps): Promise<Response> {
  const { party, place, meeting } = await openDraft(c, deps)
  const given = { id: c.req.param('id') ?? '', by: party }
  const outcome = await takeBack(deps, c.get('act'), meeting, given)
  if (outcome === 'gone') throw notFound()
  if (outcome === 'stage') return show(c, deps, { refused: c.get('translator').t('conclusion.amendment.decided') })
  return c.redirect(`${urls.partyConclusions(place, meeting.year)}?done=taken-back`, 303)
}
