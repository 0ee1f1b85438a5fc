/** A service and the standard text that it uses, or may use. */
import type { AppEnv } from '../../../platform/http/env.ts'
import { notFound } from '../../../platform/http/faults.ts'
import { type FormFields, fieldText, readForm } from '../../../platform/http/form.ts'
import type { Route } from '../../../platform/http/route-table.ts'
import { inSentence } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import type { ServiceFacts, StandardWords } from '../schema.ts'
import type { DraftService } from '../service.ts'
import { type Look, readLook, readStandardVersion } from '../standard-look-store.ts'
import { type StandardSlot, slotIsEmpty, standardSlots } from '../standard-rules.ts'
import { readStandardTexts, type StandardText } from '../standard-store.ts'
import {
  keepStandardWords,
  markStandardSeen,
  type StandardOutcome,
  standardsFor,
  useStandard,
} from '../use-standard.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import {
  factWords,
  type OfficeContext,
  type OfficeRequest,
  openOffice,
  page,
  param,
  revisionOf,
  saved,
} from './office-request.ts'
import { StandardPage, type StandardPageProps, type StandardSlotView } from './pages/standard-page.tsx'
import { factFaults, findService, serviceName } from './part-request.ts'
import { servicePattern } from './patterns.ts'
import { wordsOf } from './present-facts.ts'
import { markWords } from './present-words.ts'
import { refusedService } from './service-routes.tsx'

export function standardRoutes(deps: OfficeChecklistDeps): Route<AppEnv>[] {
  const path = `${servicePattern}/standard`
  const edit = { permission: 'checklist.edit' } as const
  return [
    { method: 'GET', path, ...edit, audit: 'checklist.show-standard', handle: (c) => show(c, deps) },
    { method: 'POST', path, ...edit, audit: 'checklist.use-standard', handle: (c) => submit(c, deps) },
    {
      method: 'POST',
      path: `${path}/seen`,
      ...edit,
      audit: 'checklist.see-standard',
      handle: (c) => submitSeen(c, deps),
    },
  ]
}

async function show(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const service = await findService(deps, office.authority.id, param(c, 'id'))
  return page(c, <StandardPage {...(await standardProps(deps, office, service, c.req.query('text')))} late={false} />)
}

async function standardProps(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  { id, facts, revision }: DraftService,
  wanted: string | undefined,
  typed: FormFields = new Map(),
): Promise<Omit<StandardPageProps, 'late'>> {
  const { db } = deps.database
  const offered = await standardsFor(db, deps.checklist, await deps.readTextOwners(office.authority.id), facts.kinds)
  const used =
    facts.standard === undefined ? undefined : (await readStandardTexts(db, [facts.standard])).get(facts.standard)
  const text = offered.find((one) => one.id === wanted) ?? used ?? offered[0]
  const owner = ({ owner: { name, names } }: StandardText) => names[office.translator.language] ?? name
  const look = used && text === used ? await readLook(db, id) : undefined
  return {
    frame: office.frame,
    id,
    name: serviceName(facts, office),
    revision,
    text: text && {
      id: text.id,
      owner: owner(text),
      version: text.version,
      used: text.id === facts.standard,
      withdrawn: text.withdrawn,
      slots: slotsOf(deps, office, { facts, typed }, text),
    },
    others: offered.filter((one) => one.id !== text?.id).map((one) => ({ id: one.id, owner: owner(one) })),
    changed: used && text?.id === used.id ? await changedSince(deps, office, used, look) : undefined,
    newlyWithdrawn: used !== undefined && text?.id === used.id && used.withdrawn && look?.withdrawn !== true,
  }
}

/** What a slot says, a line for each language. */
function slotWords(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  said: ServiceFacts | StandardWords,
  slot: StandardSlot,
): string[] {
  const { t, tag } = office.translator
  if (slot !== 'audiences') return wordsOf(said[slot], { ...factWords(office, deps), everyLanguage: true })
  return said.audiences.length === 0
    ? []
    : [
        inSentence(
          tag,
          said.audiences.map((one) => t(`service.audience.${one}`)),
        ),
      ]
}

function slotsOf(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  { facts, typed }: { readonly facts: ServiceFacts; readonly typed: FormFields },
  { id, words }: StandardText,
): StandardSlotView[] {
  return standardSlots
    .filter((slot) => !slotIsEmpty(words, slot))
    .map((slot) => {
      const own = slotWords(deps, office, facts, slot)
      // Whoever takes a text over wants its words; whoever uses it may have put some of their own in their place.
      const stands = facts.standard === id && own.length > 0 ? 'own' : 'standard'
      const chosen = (['own', 'standard'] as const).find((one) => one === fieldText(typed, `slot-${slot}`)) ?? stands
      return { slot, standard: slotWords(deps, office, words, slot), own, chosen }
    })
}

async function changedSince(
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  text: StandardText,
  look: Look | undefined,
): Promise<StandardPageProps['changed']> {
  const seen = look?.standard === text.id ? look.version : 0
  if (text.version <= seen) return undefined
  const before = await readStandardVersion(deps.database.db, text.id, seen)
  const { t } = office.translator
  const facts = standardSlots.flatMap((slot) => {
    const [was, now] = [before, text.words].map((words) =>
      words ? slotWords(deps, office, words, slot).join('\n') : '',
    )
    if (was === now) return []
    const label = slot === 'audiences' ? t('service.forWhom') : t(`standards.slot.${slot}`)
    return [{ label, ...markWords(was ?? '', now ?? '') }]
  })
  return { seen, facts }
}

async function submit(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const { id: authority } = office.authority
  const id = param(c, 'id')
  const fields = await readForm(c.req.raw)
  const outcome =
    fieldText(fields, 'do') === 'keep'
      ? await keepStandardWords(deps, c.get('act'), authority, id, {
          version: versionOf(fields),
          revision: revisionOf(fields),
        })
      : await useStandard(deps, c.get('act'), authority, id, {
          standard: fieldText(fields, 'text'),
          own: standardSlots.filter((slot) => fieldText(fields, `slot-${slot}`) === 'own'),
          revision: revisionOf(fields),
          owners: await deps.readTextOwners(authority),
        })
  return answer(c, deps, office, { id, fields }, outcome)
}

const versionOf = (fields: FormFields): number => Number(/^\d{1,9}$/.exec(fieldText(fields, 'version'))?.[0] ?? 0)

async function answer(
  c: OfficeContext,
  deps: OfficeChecklistDeps,
  office: OfficeRequest,
  { id, fields }: { readonly id: string; readonly fields: FormFields },
  outcome: StandardOutcome,
): Promise<Response> {
  if (outcome.outcome === 'gone') throw notFound()
  if (outcome.outcome === 'saved') return saved(c, urls.officeService(office.frame.town, id), 'service')
  const service = await findService(deps, office.authority.id, id)
  // What stops it is a fault of the service itself: it is told where it can be mended.
  if (outcome.outcome === 'refused') {
    const faults = factFaults(outcome.faults, [], service.facts, { fields, office, id })
    return refusedService(c, deps, office, service, faults)
  }
  const again = await standardProps(deps, office, service, fieldText(fields, 'text'), fields)
  return page(c, <StandardPage {...again} late />, 409)
}

async function submitSeen(c: OfficeContext, deps: OfficeChecklistDeps): Promise<Response> {
  const office = await openOffice(c, deps)
  const id = param(c, 'id')
  const version = versionOf(await readForm(c.req.raw))
  if (!(await markStandardSeen(deps, c.get('act'), office.authority.id, id, version))) throw notFound()
  return saved(c, urls.officeService(office.frame.town, id), 'standardSeen')
}
