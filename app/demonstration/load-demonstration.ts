/**
 * Loads the demonstration network through the use cases that everybody uses. Safe to repeat: what is there already, or
 * what somebody has changed or removed since, stays as it is.
 */
import { importAuthorities, readAuthorityByCode, rowsOf, sayAreaKind } from '../areas/authorities/index.ts'
import {
  type ChecklistDeps,
  listVersions,
  markPublisherTold,
  publish,
  readDraft,
  saveAnswer,
  saveIntroduction,
  saveService,
} from '../areas/checklist/index.ts'
import { takePlaceOut } from '../areas/erasure/index.ts'
import type { RegisterDeps } from '../areas/register/index.ts'
import { type Act, actOf } from '../platform/audit/audit.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import type { Db } from '../platform/db/tables.ts'
import type { ReferenceData } from '../reference-data.ts'
import { loadApplications } from './applications.ts'
import { authorityRows } from './authority-rows.ts'
import { loadConclusions } from './conclusions.ts'
import { loadCountryContent } from './country-content.ts'
import { loadDirectory } from './directory.ts'
import { loadEvents } from './events.ts'
import { loadMeetings } from './meetings.ts'
import { mergedBefore, mergeTowns } from './merged-towns.ts'
import { type DemonstrationPage, type Network, readNetwork } from './network.ts'
import { loadContacts, loadPeople } from './people.ts'
import { loadPlans } from './plans.ts'
import { loadPractices } from './practices.ts'
import { loadProgrammes } from './programme.ts'
import { loadRegister } from './register.ts'
import { loadReports } from './reports.ts'
import { demonstrationServiceId } from './service-id.ts'
import { loadSharedPieces } from './shared-pieces.ts'
import { demonstrationStandardId, loadStandardTexts } from './standard-texts.ts'
import { loadToolkit } from './toolkit.ts'

export type DemonstrationDeps = {
  readonly database: Database
  readonly clock: Clock
  readonly reference: Omit<ReferenceData, 'helplines'>
  readonly helplines: ReferenceData['helplines']
} & RegisterDeps

/** Whether nothing has been imported yet, so that there is room for a demonstration. */
export async function isEmpty(db: Db): Promise<boolean> {
  const first = await db.selectFrom('published.authority').select('id').limit(1).executeTakeFirst()
  return first === undefined
}

/** @returns how many fictional towns there are, and how many services they and their areas have. */
export async function loadDemonstration(
  deps: DemonstrationDeps,
  act: Act = actOf('demonstration', 'demonstration.load', deps.clock.now()),
): Promise<{ readonly towns: number; readonly services: number }> {
  const network = readNetwork(act.at.toZonedDateTimeISO('UTC').toPlainDate())
  const { db } = deps.database
  const merged = await mergedBefore(db, network.authorities)
  const authorities = network.authorities.filter(({ code }) => !merged.has(code))
  await importNetwork(deps, act, authorities)
  const ids = await idsByCode(db, authorities)
  for (const { code, areaKind } of authorities) if (areaKind) await sayAreaKind(db, idOf(ids, code), areaKind)
  await loadStandardTexts(deps, act, (code) => idOf(ids, code))
  for (const page of network.pages) if (!merged.has(page.authority)) await loadPage(deps, act, page, ids)
  await mergeTowns(db, act, authorities, (code) => idOf(ids, code))
  await loadPeople(db, act, (code) => idOf(ids, code))
  await loadRegister(deps, act, (code) => idOf(ids, code))
  await loadMeetings(deps.database, act, (code) => idOf(ids, code))
  await loadApplications(deps.database, act, (code) => idOf(ids, code))
  await loadPlans(deps.database, deps.reference.measures, act, (code) => idOf(ids, code))
  await loadContacts(deps.database, deps.clock, act)
  await loadCountryContent(deps, act)
  await loadSharedPieces(deps.database, act)
  await loadPractices(deps.database, act, (code) => idOf(ids, code))
  await loadEvents(deps.database, act, (code) => idOf(ids, code))
  await loadConclusions(deps.database, act, (code) => idOf(ids, code))
  await loadReports(deps, act, (code) => idOf(ids, code))
  await loadProgrammes(deps.database, act, (code) => idOf(ids, code))
  await loadToolkit(deps, deps.reference.languages.codes, act)
  await loadDirectory(checklistDeps(deps), act, deps.reference.countries.byIso('NL')?.timeZone ?? 'UTC')
  return {
    towns: network.authorities.filter(({ kind, mergedInto }) => kind === 'municipality' && !mergedInto).length,
    services: network.pages.reduce((sum, { services }) => sum + services.length, 0),
  }
}

async function importNetwork(deps: DemonstrationDeps, act: Act, authorities: Network['authorities']): Promise<void> {
  const { database, clock, reference } = deps
  const { countries, languages } = reference
  const rows = rowsOf(authorityRows(authorities))
  const report = await importAuthorities({ database, clock, countries, languages }, act, { rows, demonstration: true })
  if (report.refused > 0) throw new Error(`the demonstration is refused: ${JSON.stringify(report.refusals)}`)
}

type Ids = ReadonlyMap<string, string>

async function idsByCode(db: Db, authorities: Network['authorities']): Promise<Ids> {
  const ids = new Map<string, string>()
  for (const { country, code } of authorities) {
    const found = await readAuthorityByCode(db, country, code)
    if (found) ids.set(code, found.id)
  }
  return ids
}

function idOf(ids: Ids, code: string): string {
  const id = ids.get(code)
  if (id === undefined) throw new Error(`the demonstration names an authority that it does not have: ${code}`)
  return id
}

const checklistDeps = ({ database, clock, reference, helplines }: DemonstrationDeps): ChecklistDeps => {
  const { checklist, completeness, languages } = reference
  // First versions are all it publishes: they change no contact.
  return {
    ...{ database, clock, checklist, completeness, helplines, languages },
    placeHidden: takePlaceOut,
    tellContactChanges: async () => undefined,
  }
}

async function loadPage(deps: DemonstrationDeps, act: Act, page: DemonstrationPage, ids: Ids): Promise<void> {
  const checklist = checklistDeps(deps)
  const authority = idOf(ids, page.authority)
  const draft = await readDraft(deps.database.db, authority)
  const answered = new Set(draft.answers.map(({ answer }) => answer.kind))
  const written = new Set(draft.services.map(({ id }) => id))
  if (draft.introductionRevision === 0 && Object.keys(page.introduction).length > 0) {
    accepted(page, await saveIntroduction(checklist, act, authority, page.introduction, 0))
  }
  for (const answer of page.answers) {
    if (!answered.has(answer.kind)) accepted(page, await saveAnswer(checklist, act, authority, answer, 0))
  }
  for (const { key, serves, standard, ...facts } of page.services) {
    const id = demonstrationServiceId(page.authority, key)
    if (written.has(id)) continue
    const served = serves.map((code) => idOf(ids, code))
    const used = standard === undefined ? {} : { standard: demonstrationStandardId(standard) }
    accepted(page, await saveService(checklist, act, authority, id, { ...facts, ...used, serves: served }, 0))
  }
  // Later versions are the office's: a draft that somebody works on is not published behind their back.
  const versions = await listVersions(deps.database.db, authority)
  if (versions.length > 0) return
  accepted(page, await publish(checklist, act, authority))
  // Nobody gets a mail about what is invented.
  await markPublisherTold(deps.database.db, authority, act.at)
}

type Outcome = { readonly outcome: string; readonly faults?: readonly unknown[] }

/** A conflict is what somebody has done since and stays; a refusal is a fault of the demonstration's own files. */
function accepted(page: DemonstrationPage, result: Outcome): void {
  if (result.outcome !== 'refused') return
  throw new Error(`the demonstration of ${page.authority} is refused: ${JSON.stringify(result.faults)}`)
}
