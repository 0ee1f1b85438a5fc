/** Services that are probably there twice: the list, two side by side, bringing them together or telling them apart. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { patterns, urls } from '../../../urls.ts'
import { type Choices, mergedFacts, type Side, sides } from '../duplicates/merge-rules.ts'
import { servicesOfOthers, waitingMerges } from '../duplicates/merged-store.ts'
import {
  findSame,
  mergeServices,
  type OneOfTwo,
  type Pair,
  readPair,
  type TownOfServices,
  tellApart,
  undoMerge,
} from '../duplicates/same-services.ts'
import { type KeptDraft, readKeptDraft } from '../service.ts'
import type { OfficeAuthority, OfficeChecklistDeps } from './deps.ts'
import { type FormFault, formFields } from './forms/form.ts'
import {
  authorityChoice,
  factWords,
  type OfficeContext,
  type OfficeRequest,
  openOffice,
  page,
  param,
  saved,
} from './office-request.ts'
import { type NamedService, SameListPage } from './pages/same-list-page.tsx'
import { choiceField, SamePairPage, staysField } from './pages/same-pair-page.tsx'
import { factFaults, servedChoices, serviceName } from './part-request.ts'
import { officePattern } from './patterns.ts'
import { type PairFact, pairFacts } from './present-pair.ts'

const otherPattern = patterns.id.replace(':id', ':other')

export function sameRoutes(deps: OfficeChecklistDeps): Route<AppEnv>[] {
  const list = `${officePattern}/same`
  const pair = `${list}${patterns.id}${otherPattern}`
  const read = { method: 'GET', permission: 'checklist.read' } as const
  const act = { method: 'POST', permission: 'checklist.edit' } as const
  return [
    { ...read, path: list, audit: 'checklist.list-same', handle: (c) => showList(c, deps) },
    { ...read, path: pair, audit: 'checklist.show-same', handle: (c) => showPair(c, deps) },
    { ...act, path: pair, audit: 'checklist.merge-services', handle: (c) => submitMerge(c, deps) },
    { ...act, path: `${pair}/not`, audit: 'checklist.tell-apart', handle: (c) => submitApart(c, deps) },
    { ...act, path: `${list}${patterns.id}/back`, audit: 'checklist.undo-merge', handle: (c) => submitBack(c, deps) },
  ]
}

/** A town as its services are compared. */
export async function townOfServices(
  deps: Pick<OfficeChecklistDeps, 'readAreasOf'>,
  { id, country }: Pick<OfficeAuthority, 'id' | 'country'>,
): Promise<TownOfServices> {
  return { id, country, areas: [id, ...(await deps.readAreasOf(id)).map((area) => area.id)] }
}

type Named = (service: OneOfTwo) => NamedService

async function namesFor(deps: OfficeChecklistDeps, office: OfficeRequest, all: readonly OneOfTwo[]): Promise<Named> {
  const others = [...new Set(all.map(({ authority }) => authority))].filter((id) => id !== office.authority.id)
  const owners = others.length === 0 ? [] : await deps.readAuthorities(others)
  const names = new Map(owners.map((one) => [one.id, authorityChoice(one, office.translator).name]))
  return ({ id, facts, authority }) => ({
    id,
    name: serviceName(facts, office),
    by: authority === office.authority.id ? undefined : (names.get(authority) ?? authority),
  })
}

/** As many as one person looks at in one go. */
const pairsShown = 50

async function showList(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { db } = deps.database
  const town = await townOfServices(deps, office.authority)
  const draft = await readKeptDraft(deps.database, town.id)
  const pairs = await findSame(db, town, draft)
  const shown = pairs.slice(0, pairsShown)
  const named = await namesFor(
    deps,
    office,
    shown.flatMap(({ one, other }) => [one, other]),
  )
  return page(
    c,
    <SameListPage
      frame={office.frame}
      pairs={shown.map(({ one, other, reasons }) => ({ one: named(one), other: named(other), reasons }))}
      more={pairs.length - shown.length}
      waiting={await waitingNames(deps, office, town, draft)}
    />,
  )
}

async function waitingNames(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  { id, areas }: TownOfServices,
  { services }: KeptDraft,
) {
  const { db } = deps.database
  const waiting = await waitingMerges(db, id)
  const others = waiting.length === 0 ? [] : await servicesOfOthers(db, id, areas)
  const facts = new Map([...others, ...services].map((one) => [one.id, one.facts]))
  return waiting.map((one) => {
    const stays = facts.get(one.stays)
    return {
      removed: one.removed,
      name: serviceName(one.facts, office),
      stays: stays ? serviceName(stays, office) : office.translator.t('checklist.office.service.unnamed'),
    }
  })
}

const idsOf = (c: OfficeContext) => ({ one: param(c, 'id'), other: param(c, 'other') })

async function factsOf(deps: OfficeChecklistDeps, office: OfficeRequest, { one, other }: Pair): Promise<PairFact[]> {
  const served = await servedChoices(deps, office, [...new Set([...one.facts.serves, ...other.facts.serves])])
  return pairFacts({ one: one.facts, other: other.facts }, factWords(office, deps, served))
}

interface Shown {
  readonly fields?: FormFields
  readonly faults?: readonly FormFault[]
  readonly changed?: boolean
}

/** Where one of the two says nothing, what the other says is chosen beforehand. */
const chosenBefore = (facts: readonly PairFact[]): FormFields =>
  formFields(
    Object.fromEntries(
      facts.flatMap(({ group, one, other }) => {
        if (one.length > 0 && other.length > 0) return []
        return [[choiceField(group), one.length > 0 ? 'one' : 'other']]
      }),
    ),
  )

async function respond(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  pair: Pair,
  { fields, faults = [], changed = false }: Shown = {},
): Promise<Response> {
  const facts = await factsOf(deps, office, pair)
  const named = await namesFor(deps, office, [pair.one, pair.other])
  const status = changed ? 409 : faults.length > 0 ? 422 : 200
  return page(
    c,
    <SamePairPage
      frame={office.frame}
      one={named(pair.one)}
      other={named(pair.other)}
      facts={facts}
      view={{ translator: office.translator, fields: fields ?? chosenBefore(facts), faults }}
      seen={pair.seen}
      changed={changed}
    />,
    status,
  )
}

async function showPair(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const pair = await readPair(deps.database.db, await townOfServices(deps, office.authority), idsOf(c))
  if (!pair) throw notFound()
  return respond(c, deps, office, pair)
}

const sideIn = (fields: FormFields, name: string): Side | undefined =>
  sides.find((side) => side === fieldText(fields, name))

/** What was chosen, and which choices are missing. */
function chosenIn(fields: FormFields, facts: readonly PairFact[]) {
  const stays = sideIn(fields, staysField)
  const faults: FormFault[] = stays ? [] : [{ field: staysField, code: 'staysMissing' }]
  const choices: Partial<Record<PairFact['group'], Side>> = {}
  for (const { group, label } of facts) {
    const side = sideIn(fields, choiceField(group))
    if (side) choices[group] = side
    else faults.push({ field: choiceField(group), codeIn: 'mergeChoice', value: label })
  }
  return { stays, choices: choices as Choices, faults }
}

async function submitMerge(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { db } = deps.database
  const [ids, town] = [idsOf(c), await townOfServices(deps, office.authority)]
  const fields = await readForm(c.req.raw)
  const seen = fieldText(fields, 'revision')
  const pair = await readPair(db, town, ids)
  if (pair && pair.seen !== seen) return respond(c, deps, office, pair, { fields, changed: true })
  const theirs = pair !== undefined && pair.other.authority !== town.id
  const chosen = chosenIn(fields, pair && !theirs ? await factsOf(deps, office, pair) : [])
  if (pair && !theirs && chosen.faults.length > 0) {
    return respond(c, deps, office, pair, { fields, faults: chosen.faults })
  }
  const decided = { ids, stays: theirs ? 'other' : (chosen.stays ?? 'one'), choices: chosen.choices, seen } as const
  const merged = await mergeServices(deps, c.get('act'), town, decided)
  if (merged.outcome === 'merged') return saved(c, urls.officeSame(office.frame.town), 'merged')
  if (!pair || merged.outcome === 'gone') throw notFound()
  if (merged.outcome === 'changed') return showChanged(c, deps, office, { town, ids, fields })
  const two = { one: pair.one.facts, other: pair.other.facts }
  const kept = decided.stays === 'one' ? pair.one : pair.other
  const facts = mergedFacts(two, decided.stays, decided.choices)
  const faults = factFaults(merged.faults, [], facts, { fields: new Map(), office, id: kept.id })
  return respond(c, deps, office, pair, { fields, faults })
}

async function showChanged(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  { town, ids, fields }: { town: TownOfServices; ids: Readonly<Record<Side, string>>; fields?: FormFields },
): Promise<Response> {
  const pair = await readPair(deps.database.db, town, ids)
  if (!pair) throw notFound()
  return respond(c, deps, office, pair, { ...(fields ? { fields } : {}), changed: true })
}

async function submitApart(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const [ids, town] = [idsOf(c), await townOfServices(deps, office.authority)]
  const seen = fieldText(await readForm(c.req.raw), 'revision')
  const told = await tellApart(deps, c.get('act'), town, { ids, seen })
  if (told === 'gone') throw notFound()
  if (told === 'changed') return showChanged(c, deps, office, { town, ids })
  return saved(c, urls.officeSame(office.frame.town), 'notSame')
}

async function submitBack(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const outcome = await undoMerge(deps, c.get('act'), office.authority.id, param(c, 'id'))
  if (outcome === 'gone') throw notFound()
  return saved(c, urls.officeSame(office.frame.town), 'broughtBack')
}
