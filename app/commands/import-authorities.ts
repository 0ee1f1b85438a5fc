import {
  type AuthorityKind,
  authorityKinds,
  importAuthorities,
  importPoints,
  readCsv,
} from '../areas/authorities/index.ts'
import { type Movement, makePlan, type PlanOutcome, readMovements, usualDay } from '../areas/mergers/index.ts'
import { actOf } from '../platform/audit/audit.ts'
import type { Services } from '../services.ts'
import { urls } from '../urls.ts'
import {
  type Command,
  type OptionValues,
  readMap,
  required,
  say,
  sayRefusals,
  UsageFault,
  withServices,
} from './command.ts'
import { givenList } from './list-given.ts'

export const command: Command = {
  options: {
    country: { type: 'string' },
    map: { type: 'string' },
    'create-areas': { type: 'string' },
    'dry-run': { type: 'boolean' },
    points: { type: 'boolean' },
    plan: { type: 'boolean' },
    'valid-from': { type: 'string' },
    movements: { type: 'string' },
    'movements-map': { type: 'string' },
  },
  run: async ([file], values) => {
    if (!file) throw new UsageFault('import authorities needs a file')
    if (values['plan'] === true) {
      const country = required(values, 'country')
      const validFrom = dayGiven(values['valid-from'])
      return withServices((services) => plan(services, file, country, validFrom, values))
    }
    if (values['points'] === true) {
      const country = required(values, 'country')
      return withServices((services) => points(services, file, country, values))
    }
    return withServices((services) => importList(services, file, values))
  },
}

async function importList(services: Services, file: string, values: OptionValues) {
  const { database, clock, reference } = services
  const { rows, country, map, keep } = await givenList(services, file, values)
  const { countries, languages } = reference
  const act = actOf('command', 'authorities.import', clock.now())
  const report = await importAuthorities({ database, clock, countries, languages }, act, {
    rows,
    country,
    map,
    createAreas: areaKind(values['create-areas']),
    dryRun: values['dry-run'] === true,
  })
  if (values['dry-run'] !== true) await keep()
  sayRefusals(report.refusals)
  if (report.ignoredColumns.length > 0) say(`columns not read: ${report.ignoredColumns.join(', ')}`)
  const { added, changed, unchanged, skipped, refused } = report
  say(`added ${added}, changed ${changed}, unchanged ${unchanged}, skipped ${skipped}, refused ${refused}`)
  return refused > 0 ? 2 : 0
}

/** Where they are, and nothing else of the list. */
async function points(services: Services, file: string, country: string, values: OptionValues): Promise<number> {
  const { database, clock, reference } = services
  const { rows, map } = await givenList(services, file, values)
  const { countries, languages } = reference
  const act = actOf('command', 'authorities.import-points', clock.now())
  const dryRun = values['dry-run'] === true
  const report = await importPoints({ database, clock, countries, languages }, act, { rows, country, map, dryRun })
  sayRefusals(report.refusals)
  const { filled, known, skipped, refused } = report
  say(`filled ${filled}, known before ${known}, skipped ${skipped}, refused ${refused}`)
  return refused > 0 ? 2 : 0
}

/** Compares and stores what would change: somebody decides in the office. */
async function plan(
  services: Services,
  file: string,
  country: string,
  given: Temporal.PlainDate | undefined,
  values: OptionValues,
): Promise<number> {
  const { mergers, clock, config } = services
  const list = await givenList(services, file, values)
  const validFrom = given ?? usualDay(clock.now().toZonedDateTimeISO('UTC').toPlainDate())
  const outcome = await makePlan(mergers, actOf('command', 'mergers.plan', clock.now()), {
    rows: list.rows,
    country,
    map: list.map,
    movements: [...list.movements, ...(await movementsGiven(values, validFrom))],
    validFrom,
  })
  if (outcome.outcome === 'refused') sayRefusals(outcome.refusals)
  say(planSentence(outcome, `${config.baseUrl}${urls.officePlan(country)}`))
  return codeOf[outcome.outcome]
}

async function movementsGiven(
  { movements, 'movements-map': map }: OptionValues,
  validFrom: Temporal.PlainDate,
): Promise<readonly Movement[]> {
  if (typeof movements !== 'string') return []
  return readMovements(readCsv(movements), typeof map === 'string' ? readMap(map) : undefined, validFrom)
}

const codeOf: Readonly<Record<PlanOutcome['outcome'], number>> = {
  ...{ planned: 0, same: 0, 'no-change': 0 },
  ...{ refused: 2 },
  ...{ open: 1, unbelievable: 1, 'unknown-country': 1, empty: 1 },
}

function planSentence(outcome: PlanOutcome, address: string): string {
  switch (outcome.outcome) {
    case 'planned':
      return `planned: ${outcome.items} items to decide about, ${outcome.plan.unchanged} authorities unchanged: ${address}`
    case 'same':
      return `This very list has a plan already: ${address}`
    case 'open':
      return `Another list is being decided about: apply or discard its plan first: ${address}`
    case 'refused':
      return `Nothing was planned: what a row that cannot be read speaks of would look as if it were gone. Mend the list first.`
    case 'unbelievable':
      return `The list lacks ${outcome.gone} of ${outcome.known} known authorities, and nothing says why: no country loses so many in a year. Is the file complete? A list of movements explains mergers.`
    case 'unknown-country':
      return 'No authority of this country, kind and scheme of codes is known: import the list without --plan first.'
    case 'no-change':
      return 'Nothing changes: the list has the same codes and names.'
    case 'empty':
      return 'The list has no row of this country.'
  }
}

/** @throws {UsageFault} where it is no day. */
function dayGiven(text: OptionValues[string]): Temporal.PlainDate | undefined {
  if (text === undefined) return undefined
  try {
    return Temporal.PlainDate.from(String(text))
  } catch {
    throw new UsageFault('--valid-from is a day such as 2027-01-01')
  }
}

/** `--create-areas region`: areas that rows name and nobody has described are added as this kind. @throws {UsageFault} */
function areaKind(given: OptionValues[string]): AuthorityKind | undefined {
  if (given === undefined) return undefined
  const kind = authorityKinds.find((each) => each === given)
  if (!kind) throw new UsageFault(`--create-areas is one of ${authorityKinds.join(', ')}`)
  return kind
}
