/** The proposal for a town: one list that can be left and resumed; deciding about one item of it. */
import type { Context } from 'hono'
import { type AppEnv, authorityOf } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import { pageAsked } from '../../platform/http/page-asked.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { townSections } from '../../ui/layout/town-sections.ts'
import { patterns, urls } from '../../urls.ts'
import { kindName, type LocalText } from '../checklist/index.ts'
import { acceptItem, type DecideOutcome, fetchItemBack, refuseItem } from './decide-item.ts'
import type { ProposalsDeps, ProposedTown } from './deps.ts'
import { makeProposal } from './make-proposal.ts'
import { ProposalPage } from './pages/proposal-page.tsx'
import { presentDecisions, presentItem } from './present-items.ts'

type OfficeContext = Context<AppEnv>

export function proposalRoutes(deps: ProposalsDeps): Route<AppEnv>[] {
  const base = { path: `/office${patterns.cc}${patterns.slug}/proposal`, permission: 'proposals.decide' } as const
  return [
    { method: 'GET', ...base, audit: 'proposals.show', handle: (c) => show(c, deps) },
    { method: 'POST', ...base, audit: 'proposals.decide', handle: (c) => submit(c, deps) },
  ]
}

/** Suggestions on one page. */
const perPage = 20

const doneNotices = ['accepted', 'refused', 'fetched', 'before'] as const

/** @throws RequestFault not-found when the authority is gone. */
async function townOf(c: OfficeContext, deps: ProposalsDeps): Promise<ProposedTown> {
  const town = await deps.readTown(authorityOf(c).id)
  if (!town) throw notFound()
  return town
}

async function show(c: OfficeContext, deps: ProposalsDeps): Promise<Response> {
  const town = await townOf(c, deps)
  const of = c.get('frame')
  const { translator } = of
  const { open, refused, decisions } = await makeProposal(deps, town.id)
  const reader = { official: officialOf(deps, town), timeZone: town.timeZone }
  const accepted = decisions.filter(({ decision }) => decision === 'accepted')
  const count = Math.max(1, Math.ceil(open.length / perPage))
  const number = Math.min(pageAsked(c), count)
  const shown = open.slice((number - 1) * perPage, number * perPage)
  const done = doneNotices.find((one) => one === c.req.query('done'))
  c.header('cache-control', 'no-store')
  return c.html(
    renderDocument(
      <ProposalPage
        of={of}
        workplace={{ name: town.names[translator.language] ?? town.name, items: townSections(of, town, 'checklist') }}
        town={town}
        open={shown.map((item) => presentItem(deps, translator, reader, item))}
        waiting={open.length}
        pages={{ number, count }}
        refused={refused.map((item) => presentItem(deps, translator, reader, item))}
        accepted={presentDecisions(deps, translator, town, accepted)}
        done={done}
      />,
    ),
  )
}

function officialOf(deps: ProposalsDeps, town: ProposedTown): readonly string[] {
  return town.officialLanguages.length > 0 ? town.officialLanguages : deps.languagesOf(town.country)
}

async function submit(c: OfficeContext, deps: ProposalsDeps): Promise<Response> {
  const town = await townOf(c, deps)
  const fields = await readForm(c.req.raw)
  const [key, wish] = [fieldText(fields, 'item'), fieldText(fields, 'do')]
  const act = c.get('act')
  // Back to where the item stood; the last page where that is gone.
  const list = urls.officeProposal(town, pageAsked(c))
  switch (wish) {
    case 'refuse':
      return back(c, list, await refuseItem(deps, act, town.id, key))
    case 'fetch':
      return back(c, list, await fetchItemBack(deps, act, town.id, key))
    case 'accept':
    case 'change': {
      const outcome = await acceptItem(deps, act, town.id, key, { kindName: (kind) => nameOf(c, deps, kind) })
      const edit = wish === 'change' ? editPage(town, outcome) : undefined
      return edit ? c.redirect(edit, 303) : back(c, list, outcome)
    }
    default:
      throw notFound()
  }
}

/** The draft gets the name of its kind until somebody gives it a better one. */
function nameOf(c: OfficeContext, deps: ProposalsDeps, kind: string): LocalText {
  const translator = c.get('translator')
  return { [translator.language]: { text: kindName(translator, deps.checklist, kind), origin: 'person' } }
}

/** Where what was accepted is changed; a second click leads there, too. */
function editPage(town: ProposedTown, outcome: DecideOutcome): string | undefined {
  const [kind, service] =
    outcome.outcome === 'accepted'
      ? [outcome.item.kind, outcome.service]
      : outcome.outcome === 'before' && outcome.decision?.decision === 'accepted'
        ? [outcome.decision.kind, outcome.decision.service]
        : []
  if (service) return urls.officeServicePart(town, service, 'about')
  return kind === undefined ? undefined : urls.officeKind(town, kind)
}

function back(c: OfficeContext, list: string, outcome: DecideOutcome): Response {
  const again = outcome.outcome === 'before' ? outcome.decision?.decision : undefined
  return c.redirect(`${list}${list.includes('?') ? '&' : '?'}done=${again ?? outcome.outcome}`, 303)
}
