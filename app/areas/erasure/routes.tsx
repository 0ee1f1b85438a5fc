/** A person asks to be taken out: one page that looks where they stand, lets somebody choose, and takes them out. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import { authorityOf } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { fieldText, fieldTexts, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { worksFor } from '../../platform/session/held-roles.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { townSections } from '../../ui/layout/town-sections.ts'
import { patterns, urls } from '../../urls.ts'
import { checklistPermissions, givesPlaceAway, localText, officePeople } from '../checklist/index.ts'
import type { ErasingTown, ErasureDeps } from './deps.ts'
import { erasePerson } from './erase.ts'
import { countFeeds, serviceNames } from './erase-store.ts'
import { lookForPerson, readAhead, type Typed } from './look.ts'
import { finderOf, insteadFaults, type TypedFault, wordFaults } from './match-rules.ts'
import { ErasePage, type ErasePageProps, type Problem } from './pages/erase-page.tsx'
import { mostPassages, type Passage } from './passage-rules.ts'
import { passageView } from './present-passages.ts'

type OfficeContext = Context<AppEnv>

export function erasureRoutes(deps: ErasureDeps): Route<AppEnv>[] {
  const path = `/office${patterns.cc}${patterns.slug}/erase-person`
  const route = { permission: 'erasure.erase', path, fresh: true } as const
  return [
    { ...route, method: 'GET', audit: 'erasure.show', handle: (c) => begin(c, deps) },
    { ...route, method: 'POST', audit: 'erasure.erase', handle: (c) => submit(c, deps) },
  ]
}

interface Open {
  readonly town: ErasingTown
  /** False: it is for the town's own approver. */
  readonly mayAct: boolean
}

/** @throws RequestFault not-found when the authority is gone. */
async function openTown(c: OfficeContext, deps: ErasureDeps): Promise<Open> {
  const { db } = deps.database
  const town = await deps.readTown(db, authorityOf(c).id)
  if (!town) throw notFound()
  const own = worksFor(c.get('actor'), c.get('subject'), ['approver'])
  return { town, mayAct: own || !(await officePeople(db, town.id)).some(({ approver }) => approver) }
}

interface Shown extends Partial<Pick<ErasePageProps, 'typed' | 'faults' | 'problem' | 'done'>> {
  /** Undefined: nobody has looked yet. */
  readonly passages?: readonly Passage[]
  /** Undefined: all. */
  readonly taken?: ReadonlySet<string>
}

const nothingTyped: Typed = { words: '', instead: '' }

async function show(
  c: OfficeContext,
  deps: ErasureDeps,
  { town, mayAct }: Open,
  { passages, taken, typed = nothingTyped, faults = [], problem, done = false }: Shown,
): Promise<Response> {
  const of = c.get('frame')
  const { translator } = of
  const { db } = deps.database
  const mayRead = checklistPermissions['checklist.read'](c.get('actor'), c.get('subject'))
  const ids = (passages ?? []).flatMap(({ about }) => about.flatMap((one) => (one.type === 'service' ? one.id : [])))
  const names = await serviceNames(db, [...new Set(ids)])
  const services = new Map([...names].map(([id, name]) => [id, localText.parse(name)]))
  const props: ErasePageProps = {
    of,
    workplace: {
      name: town.names[translator.language] ?? town.name,
      items: mayRead ? townSections(of, town, 'versions') : [],
    },
    town,
    mayAct,
    mayRead,
    feeds: mayAct ? await countFeeds(db, town.id) : 0,
    ...{ typed, faults, problem, done },
    passages: passages?.map((one) =>
      passageView({ translator, checklist: deps.checklist, services }, one, taken?.has(one.id) ?? true),
    ),
  }
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(<ErasePage {...props} />), statusFor(faults, problem))
}

function statusFor(faults: readonly TypedFault[], problem: Problem | undefined): 200 | 409 | 422 {
  if (faults.length > 0 || problem === 'common' || problem === 'untaken') return 422
  return problem === undefined ? 200 : 409
}

async function begin(c: OfficeContext, deps: ErasureDeps): Promise<Response> {
  const open = await openTown(c, deps)
  const answer = await show(c, deps, open, { done: c.req.query('done') === 'erased' })
  if (open.mayAct) void readAhead(deps, open.town)
  return answer
}

function faultsIn({ words, instead }: Typed, { country }: ErasingTown): TypedFault[] {
  const find = finderOf(words, country)
  const faults = [...wordFaults(words), ...insteadFaults(instead, (text) => find(text).length > 0)]
  return faults.length === 0 && givesPlaceAway(instead) ? [{ field: 'instead', code: 'street' }] : faults
}

async function submit(c: OfficeContext, deps: ErasureDeps): Promise<Response> {
  const open = await openTown(c, deps)
  const fields = await readForm(c.req.raw)
  const typed: Typed = { words: fields.get('words')?.[0] ?? '', instead: fieldText(fields, 'instead') }
  if (!open.mayAct) return show(c, deps, open, { problem: 'not-yours' })
  const faults = faultsIn(typed, open.town)
  if (faults.length > 0) return show(c, deps, open, { typed, faults })
  const shown = new Set(fieldText(fields, 'shown').split(' '))
  const taken = new Set(fieldTexts(fields, 'take'))
  const look = (problem?: Problem) => showFound(c, deps, open, typed, problem, { shown, taken })
  if (fieldText(fields, 'step') !== 'erase') return look()
  if (taken.size === 0) return look('untaken')
  const { outcome } = await erasePerson(deps, c.get('act'), open.town, typed, { shown, taken })
  if (outcome === 'changed') return look('changed')
  return c.redirect(`${urls.officeErasePerson(open.town)}?done=erased`, 303)
}

/** Where the words stand now. What somebody has unticked before stays so. */
async function showFound(
  c: OfficeContext,
  deps: ErasureDeps,
  open: Open,
  typed: Typed,
  problem: Problem | undefined,
  { shown, taken }: { readonly shown: ReadonlySet<string>; readonly taken: ReadonlySet<string> },
): Promise<Response> {
  const passages = await lookForPerson(deps, open.town, typed)
  if (passages.length > mostPassages) return show(c, deps, open, { typed, problem: 'common' })
  const ticked = passages.filter(({ id }) => !shown.has(id) || taken.has(id)).map(({ id }) => id)
  const told = problem === 'untaken' && passages.length === 0 ? undefined : problem
  return show(c, deps, open, { typed, passages, taken: new Set(ticked), problem: told })
}
