/** The secretariat's texts of the Pact: the list, one that waits, approving and discarding it. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { longMoment } from '../../ui/dates.ts'
import { patterns, urls } from '../../urls.ts'
import { approvedTexts, sha256OfText } from '../register/index.ts'
import type { PactOfficeDeps } from './deps.ts'
import { listDrafts } from './draft-store.ts'
import { namedLanguage } from './form-routes.tsx'
import { doneOf, type OfficeContext, page, revisionOf, textsFrame } from './office-request.ts'
import { DraftPage, type DraftPageProps } from './pages/draft-page.tsx'
import { type TextLine, TextsPage } from './pages/texts-page.tsx'
import { blocksOf, compareVersions, type Draft, mayApprove } from './text-rules.ts'
import { approveDraft, type DraftOutcome, discardDraft } from './write-draft.ts'

export function textRoutes(deps: PactOfficeDeps): Route<AppEnv>[] {
  const list = urls.pactTexts()
  const one = `${list}${patterns.id}`
  const write = { permission: 'pact-texts.write' } as const
  return [
    { method: 'GET', path: list, ...write, audit: 'pact-texts.list', handle: (c) => showList(c, deps) },
    { method: 'GET', path: one, ...write, audit: 'pact-texts.read', handle: (c) => showDraft(c, deps) },
    {
      method: 'POST',
      path: `${one}/approve`,
      permission: 'pact-texts.approve',
      audit: 'pact-texts.approve',
      fresh: true,
      handle: (c) => submit(c, deps, approveDraft),
    },
    {
      method: 'POST',
      path: `${one}/discard`,
      ...write,
      audit: 'pact-texts.discard',
      handle: (c) => submit(c, deps, discardDraft),
    },
  ]
}

/** The instance has no time zone of its own. */
const timeZone = 'UTC'

interface PlacedLine extends TextLine {
  readonly version: string
  readonly demonstration: boolean
}

async function linesOf(c: OfficeContext, deps: PactOfficeDeps): Promise<PlacedLine[]> {
  const { db } = deps.database
  const { translator } = c.get('frame')
  const { t, language } = translator
  const approved = (await approvedTexts(db)).map(
    (text): PlacedLine => ({
      version: text.version,
      demonstration: text.demonstration,
      language: namedLanguage(deps, text.language),
      state: 'approved',
      when: t('pact.texts.approvedOn', { date: longMoment(translator, text.approvedAt, timeZone) }),
      href: urls.pactText(language, text.version, text.language),
    }),
  )
  const waiting = (await listDrafts(db)).map(
    (draft): PlacedLine => ({
      version: draft.version,
      demonstration: draft.demonstration,
      language: namedLanguage(deps, draft.language),
      state: mayApprove(draft, c.get('actor').id) ? 'waits' : 'own',
      when: t('pact.texts.writtenOn', { date: longMoment(translator, draft.writtenAt, timeZone) }),
      href: urls.pactDraft(draft.id),
    }),
  )
  return [...waiting, ...approved]
}

async function showList(c: OfficeContext, deps: PactOfficeDeps): Promise<Response> {
  const byVersion = Map.groupBy(await linesOf(c, deps), ({ version }) => version)
  const versions = [...byVersion]
    .toSorted(([one], [other]) => compareVersions(other, one))
    .map(([version, texts]) => ({ version, demonstration: texts.some((one) => one.demonstration), texts }))
  return page(c, <TextsPage frame={textsFrame(c, deps)} versions={versions} done={doneOf(c)} />)
}

async function draftPage(
  c: OfficeContext,
  deps: PactOfficeDeps,
  draft: Draft,
  { told, done }: Partial<Pick<DraftPageProps, 'told' | 'done'>> = {},
): Promise<Response> {
  const { translator } = c.get('frame')
  const names = await deps.personNames(draft.writtenBy === null ? [] : [draft.writtenBy])
  const node = (
    <DraftPage
      {...draft}
      frame={textsFrame(c, deps)}
      language={namedLanguage(deps, draft.language)}
      blocks={blocksOf(draft.body)}
      writtenBy={names.get(draft.writtenBy ?? '')}
      writtenOn={longMoment(translator, draft.writtenAt, timeZone)}
      sha256={sha256OfText(draft)}
      mayApprove={mayApprove(draft, c.get('actor').id)}
      told={told}
      done={done}
    />
  )
  return page(c, node, told ? 409 : 200)
}

async function showDraft(c: OfficeContext, deps: PactOfficeDeps): Promise<Response> {
  const [draft] = await listDrafts(deps.database.db, c.req.param('id') ?? '')
  if (!draft) throw notFound()
  return draftPage(c, deps, draft, { done: doneOf(c) })
}

async function submit(
  c: OfficeContext,
  deps: PactOfficeDeps,
  act: (...given: Parameters<typeof approveDraft>) => Promise<DraftOutcome>,
): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const result = await act(deps, c.get('act'), id, revisionOf(await readForm(c.req.raw)))
  switch (result.outcome) {
    case 'conflict':
      return draftPage(c, deps, result.current, { told: 'changed' })
    case 'own': {
      const [draft] = await listDrafts(deps.database.db, id)
      if (!draft) throw notFound()
      return draftPage(c, deps, draft, { told: 'own' })
    }
    default:
      return c.redirect(`${urls.pactTexts()}?done=${result.outcome}`, 303)
  }
}
