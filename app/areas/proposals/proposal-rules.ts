/**
 * What a town could begin with: made of what its areas, its association and its neighbours publish, and of the
 * checklist. Pure: what the world says comes as an argument. A suggestion, never a claim; no contact of anybody, and
 * nothing of a confidential place.
 */
import type {
  Answer,
  Checklist,
  LocalText,
  Service,
  ServiceFacts,
  ServiceKind,
  StandardText,
  SuggestedService,
} from '../checklist/index.ts'

export interface Named {
  readonly id: string
  readonly name: string
  readonly names: Readonly<Record<string, string>>
}

/** An authority and what it publishes. */
export interface Publishing extends Named {
  readonly answers: readonly Answer[]
  readonly services: readonly Service[]
}

/** Who usually answers for a kind that is not a town's. */
export type Level = 'national' | 'region' | 'region-or-national' | 'police'

interface Item {
  /** The same as long as what it says is the same: what is new is a new item. */
  readonly key: string
  readonly kind: string
}
export type ProposalItem = Item &
  (
    | {
        /** Somebody else's service is on the town's page already. */
        readonly type: 'inherited'
        readonly services: readonly { readonly service: Service; readonly owner: Named }[]
      }
    | {
        /** Somebody else offers a service: it waits for the town's answer. */
        readonly type: 'offered'
        readonly service: Service
        readonly owner: Named
      }
    | {
        /** The association or an area has written the words. */
        readonly type: 'standard'
        readonly text: StandardText
      }
    | {
        /** The association or an area has written words for a duty: the office decides about its answer on the kind's page. */
        readonly type: 'words'
        readonly text: StandardText
      }
    | {
        /** An area or a neighbour has said who does it. */
        readonly type: 'answer'
        readonly owner: Named
        readonly status: 'not-available' | 'not-our-task'
        readonly note: LocalText
      }
    | {
        /** A neighbour has such a service: to be asked, or to be taken as a pattern without its contact. */
        readonly type: 'neighbour'
        readonly owner: Named
        readonly service: Service
        readonly pattern: Partial<ServiceFacts>
      }
    | {
        /** A directory that the association follows names a service that belongs to the town. */
        readonly type: 'directory'
        readonly suggested: SuggestedService
      }
    | {
        /** The checklist knows who usually does it. */
        readonly type: 'level'
        readonly level: Level
      }
  )

export interface World {
  readonly checklist: Pick<Checklist, 'kinds'>
  /** Kinds that the town has answered, and kinds of its own services. */
  readonly answered: ReadonlySet<string>
  readonly served: ReadonlySet<string>
  /** Services of others that serve the town. */
  readonly inherited: readonly { readonly service: Service; readonly owner: Named }[]
  /** Services that others offer and about which nobody has decided. */
  readonly offered: readonly { readonly service: Service; readonly owner: Named }[]
  readonly texts: readonly StandardText[]
  /** What directories suggest and the town does not have yet. */
  readonly suggested: readonly SuggestedService[]
  /** The areas it belongs to, narrowest first. */
  readonly areas: readonly Publishing[]
  /** Nearest first. */
  readonly neighbours: readonly Publishing[]
  /** Whether words name a street or a number to call. @param of whose words they are: its address is one of them. */
  namesContact(text: string, of?: Service): boolean
}

/** Neighbours shown for one kind: enough for an idea. */
const mostNeighbours = 2

/** Must before should, each in the order of the checklist; within a kind what is surest first. */
export function proposalItems(world: World): ProposalItem[] {
  const inOrder = [...world.checklist.kinds].sort((a, b) => Number(b.core) - Number(a.core) || a.number - b.number)
  return inOrder.flatMap((kind) => itemsOf(world, kind))
}

function itemsOf(world: World, kind: ServiceKind): ProposalItem[] {
  const suggested = suggestedItems(world, kind)
  if (world.served.has(kind.id)) return suggested
  const texts = kind.duty ? [] : standardItems(world, kind.id, 'standard')
  const offered = offeredItems(world, kind.id)
  if (world.answered.has(kind.id)) return [...offered, ...texts, ...suggested]
  const inherited = inheritedItems(world, kind.id)
  const answers = inherited.length > 0 ? [] : answerItems(world, kind.id)
  const neighbours = kind.duty || texts.length > 0 ? [] : neighbourItems(world, kind.id)
  const known = inherited.length + answers.length > 0
  return [
    ...inherited,
    ...offered,
    ...texts,
    ...(kind.duty ? standardItems(world, kind.id, 'words') : []),
    ...suggested,
    ...answers,
    ...neighbours,
    ...(known ? [] : levelItems(kind)),
  ]
}

function inheritedItems({ inherited }: World, kind: string): ProposalItem[] {
  const services = inherited.filter(({ service }) => service.kinds.includes(kind))
  if (services.length === 0) return []
  // A service that comes later makes another item of it: whoever refused the first hears of the second.
  const which = services.map(({ service }) => service.id.slice(-12)).sort()
  return [
    { type: 'inherited', key: `inherited:${kind}:${which.length}:${which.slice(0, 8).join('+')}`, kind, services },
  ]
}

function offeredItems({ offered }: World, kind: string): ProposalItem[] {
  return offered
    .filter(({ service }) => service.kinds.includes(kind))
    .map(({ service, owner }) => ({ type: 'offered', key: `offered:${service.id}:${kind}`, kind, service, owner }))
}

function standardItems({ texts }: World, kind: string, type: 'standard' | 'words'): ProposalItem[] {
  return texts.filter((text) => text.kind === kind).map((text) => ({ type, key: `${type}:${text.id}`, kind, text }))
}

/** Each under the first of its kinds that is help to call: one that the town has of that kind is no reason against it. */
function suggestedItems({ suggested, checklist }: World, kind: ServiceKind): ProposalItem[] {
  if (kind.duty) return []
  const first = ({ facts }: SuggestedService) =>
    checklist.kinds.find(({ id, duty }) => !duty && facts.kinds.includes(id))?.id
  return suggested
    .filter((one) => first(one) === kind.id)
    .map((one) => ({
      type: 'directory',
      // What it says is in its name: whoever refused it hears of it again when it says something else.
      key: `directory:${one.feed}:${one.sha256.slice(0, 32)}`,
      kind: kind.id,
      suggested: one,
    }))
}

/** Of the first who says it: areas before neighbours. */
function answerItems({ areas, neighbours, namesContact }: World, kind: string): ProposalItem[] {
  for (const { answers, ...owner } of [...areas, ...neighbours]) {
    const said = answers.find((answer) => answer.kind === kind)
    if (said?.status !== 'not-our-task' && said?.status !== 'not-available') continue
    const note = withoutContacts(said.note, (words) => namesContact(words))
    if (Object.keys(note).length === 0) continue
    const { id, name, names } = owner
    return [
      {
        type: 'answer',
        key: `answer:${id}:${kind}:${said.status}`,
        kind,
        owner: { id, name, names },
        status: said.status,
        note,
      },
    ]
  }
  return []
}

function neighbourItems({ neighbours, namesContact }: World, kind: string): ProposalItem[] {
  return neighbours
    .flatMap(({ id, name, names, services }): ProposalItem[] => {
      const service = services.find((one) => one.kinds.includes(kind) && one.place.type !== 'confidential')
      if (!service) return []
      const pattern = patternOf(service, namesContact)
      const owner = { id, name, names }
      return [{ type: 'neighbour', key: `neighbour:${service.id}:${kind}`, kind, owner, service, pattern }]
    })
    .slice(0, mostNeighbours)
}

/** The languages of a text that name nobody's street or number. */
function withoutContacts(text: LocalText, namesContact: (text: string) => boolean): LocalText {
  return Object.fromEntries(Object.entries(text).filter(([, wording]) => !namesContact(wording.text)))
}

/**
 * What of a service can be a pattern for another town: what happens, for whom, how it is decided. No name, no contact, no
 * place, no hours, no promise about secrecy, no alert: those are of the people who answer there.
 */
function patternOf(service: Service, namesContact: World['namesContact']): Partial<ServiceFacts> {
  const clean = (text: LocalText) => withoutContacts(text, (words) => namesContact(words, service))
  const { audiences, ages, whatHappens, howDecided, howToComplain } = service
  return {
    audiences,
    ages,
    whatHappens: clean(whatHappens),
    howDecided: clean(howDecided),
    howToComplain: clean(howToComplain),
  }
}

/** Read off the words of the checklist; undefined where a town usually does it itself. */
export function usualLevel({ typicalProvider }: Pick<ServiceKind, 'typicalProvider'>): Level | undefined {
  const [regional, national] = [/\bregion/i.test(typicalProvider), /\bnational|\bstate office/i.test(typicalProvider)]
  if (regional) return national ? 'region-or-national' : 'region'
  if (national) return 'national'
  return /^police/i.test(typicalProvider) ? 'police' : undefined
}

function levelItems(kind: ServiceKind): ProposalItem[] {
  const level = usualLevel(kind)
  return level ? [{ type: 'level', key: `level:${kind.id}`, kind: kind.id, level }] : []
}
