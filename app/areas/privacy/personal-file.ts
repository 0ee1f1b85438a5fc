/** Everything about a person as one file, and summed up for a page. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import { type DataGroup, type DataPerson, type DataRow, dataGroups } from '../../platform/privacy/personal-data.ts'
import { readSet } from '../../platform/privacy/read-set.ts'
import type { PrivacyDeps } from './deps.ts'

type Deps = Pick<PrivacyDeps, 'config' | 'database' | 'jobs' | 'sets' | 'placeNames'>

interface ReadOne {
  readonly key: string
  readonly group: DataGroup
  readonly from: string
  readonly entries: readonly DataRow[]
}

async function readAll({ database, jobs, sets }: Deps, person: DataPerson): Promise<readonly ReadOne[]> {
  // Its tables hold mails to the person.
  await jobs.start()
  const found: ReadOne[] = []
  for (const set of sets) {
    const { key, group, from } = set
    found.push({ key, group, from, entries: await readSet(database.db, set, person) })
  }
  return found
}

/** The shape of the file; docs/guides/my-data.md explains it. New keys may come, none changes its meaning. */
export interface PersonalFile {
  readonly format: 'safe-towns/personal-data'
  readonly version: 1
  readonly instance: string
  readonly made_at: string
  readonly person: string
  /** Names of the towns and associations that stand below by id. */
  readonly places: Readonly<Record<string, string>>
  /** By key: which table it comes from, and what stands there. */
  readonly data: Readonly<Record<string, { readonly from: string; readonly entries: readonly DataRow[] }>>
}

/** Making it is an act and stands in the trail; what was in it does not. */
export async function makeFile(deps: Deps, act: Act, person: DataPerson): Promise<PersonalFile> {
  const found = await readAll(deps, person)
  const places = await deps.placeNames(placesIn(found))
  await recordAudit(deps.database.db, act, { authority: null, subject: person.id })
  return {
    format: 'safe-towns/personal-data',
    version: 1,
    instance: deps.config.instanceName,
    made_at: act.at.toString({ smallestUnit: 'second' }),
    person: person.id,
    places: Object.fromEntries(places),
    data: Object.fromEntries(found.map(({ key, from, entries }) => [key, { from, entries }])),
  }
}

function placesIn(found: readonly ReadOne[]): string[] {
  const ids = found.flatMap(({ entries }) => entries.flatMap((row) => [row['authority'], row['association']]))
  return [...new Set(ids.filter((id) => typeof id === 'string'))]
}

/** How much there is of each group, in the order of the page. */
export async function countByGroup(
  deps: Deps,
  person: DataPerson,
): Promise<readonly { readonly group: DataGroup; readonly count: number }[]> {
  const found = await readAll(deps, person)
  return dataGroups.map((group) => ({
    group,
    count: found.filter((one) => one.group === group).reduce((sum, { entries }) => sum + entries.length, 0),
  }))
}
