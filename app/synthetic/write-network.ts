import { idsByCode, importAuthorities, rowsOf } from '../areas/authorities/index.ts'
import { kindName, publishFirstVersions } from '../areas/checklist/index.ts'
import { type Act, actOf, authorOf } from '../platform/audit/audit.ts'
import type { Clock } from '../platform/clock.ts'
import type { Database } from '../platform/db/database.ts'
import type { I18n } from '../platform/i18n/i18n.ts'
import type { ReferenceData } from '../reference-data.ts'
import { authoritiesOf, type SyntheticAuthority } from './authorities.ts'
import { documentOf, type SyntheticDeps } from './services.ts'

export interface SyntheticReport {
  readonly authorities: number
  readonly services: number
}

export interface SyntheticInput {
  readonly seed: string
  /** Towns and all areas they lie in. */
  readonly authorities: number
  /** Of each authority. */
  readonly services: number
  /** ISO 3166-1 of the one country of all of them; undefined: of several. */
  readonly country?: string | undefined
}

type Deps = {
  readonly database: Database
  readonly clock: Clock
  readonly reference: Omit<ReferenceData, 'helplines'>
  readonly i18n: Pick<I18n, 'translator'>
}

/** Authorities in one transaction; more would take the memory of all their documents. */
const batch = 40
const scheme = 'SYN'

function* records(authorities: Iterable<SyntheticAuthority>): Generator<Record<string, string>> {
  for (const { code, name, kind, country, language, area, latitude, longitude } of authorities) {
    yield {
      ...{
        code,
        scheme,
        name,
        kind,
        country,
        languages: language,
        areas: area ?? '',
        source: 'Fictional: made to measure',
      },
      ...{ latitude: String(latitude), longitude: String(longitude) },
    }
  }
}

/**
 * Into an empty database. What is published has no drafts: the office of such an authority is empty.
 *
 * @param told hears how many authorities have published so far.
 */
export async function writeNetwork(
  deps: Deps,
  { seed, authorities, services, country }: SyntheticInput,
  told: (published: number) => void = () => undefined,
): Promise<SyntheticReport> {
  const act = actOf('command', 'synthetic.generate', deps.clock.now())
  const report = await importAuthorities({ ...deps, ...deps.reference }, act, {
    rows: rowsOf(records(authoritiesOf(seed, authorities, country))),
    demonstration: true,
  })
  if (report.added !== authorities) throw new Error(`only ${report.added} of ${authorities} authorities were added`)
  let written = 0
  for (const group of groupsOf(authoritiesOf(seed, authorities, country))) {
    await writeGroup(deps, act, { seed, services, group })
    written += group.length
    told(written)
  }
  return { authorities, services: written * services }
}

async function writeGroup(
  { database: { db }, reference: { checklist }, i18n }: Deps,
  act: Act,
  { seed, services, group }: { seed: string; services: number; group: readonly SyntheticAuthority[] },
): Promise<void> {
  const ids = await idsByCode(
    db,
    scheme,
    group.map(({ country, code }) => ({ country, code })),
  )
  const called: SyntheticDeps['kindName'] = (kind, language) => {
    const translator = i18n.translator(language)
    if (!translator) throw new Error(`there is no catalogue in ${language}`)
    return kindName(translator, checklist, kind)
  }
  const versions = group.map((authority) => {
    const id = ids.get(authority.code)
    if (id === undefined) throw new Error(`${authority.code} has not been imported`)
    const document = documentOf({ checklist, kindName: called }, seed, { ...authority, id }, { services, at: act.at })
    return { country: authority.country, document }
  })
  await db.transaction().execute((tx) => publishFirstVersions(tx, versions, authorOf(act, null)))
}

function* groupsOf(authorities: Iterable<SyntheticAuthority>): Generator<SyntheticAuthority[]> {
  let group: SyntheticAuthority[] = []
  for (const authority of authorities) {
    if (group.push(authority) < batch) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}
