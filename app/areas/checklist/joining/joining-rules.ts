/** What towns that are one town now have drafted, put together where it is probably the same. Pure. */
import anyAscii from 'any-ascii'
import type { ServiceFacts } from '../schema.ts'

/** A service in the draft of one of the towns. */
export interface JoinedService {
  readonly id: string
  /** Id of the town whose draft holds it. */
  readonly authority: string
  readonly facts: ServiceFacts
  readonly revision: number
}

/** Probably one and the same service, or one alone. */
export interface ServiceGroup {
  /** In the drafts of merged towns: somebody has to say what becomes of them. */
  readonly open: readonly JoinedService[]
  /** In the draft of the town itself, to compare with. */
  readonly own: readonly JoinedService[]
}

const comparable = (text: string): string =>
  anyAscii(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** Without country code and leading zeros: the same number is written in many ways. */
const lastDigits = (number: string): string => number.replace(/\D/g, '').slice(-8)
/** Short numbers belong to the whole country: they say nothing about who runs a service. */
const longNumber = 7

/** What makes two services look like one: a name in any language, a telephone number, an address of the net. */
function marksOf({ name, phones, email, web }: ServiceFacts): string[] {
  return [
    ...Object.values(name).map(({ text }) => `name ${comparable(text)}`),
    ...phones.map(({ number }) => lastDigits(number)).filter((digits) => digits.length >= longNumber),
    ...(email ? [`mail ${email.toLowerCase()}`] : []),
    ...(web ? [`web ${web.toLowerCase().replace(/^https?:\/\/(www\.)?|\/$/g, '')}`] : []),
  ]
}

/** Groups with something open, those that look like several first; services keep their order. */
export function groupServices(authority: string, services: readonly JoinedService[]): ServiceGroup[] {
  const groupOf = new Map<string, JoinedService[]>()
  const groups = new Set<JoinedService[]>()
  for (const service of services) {
    const marks = marksOf(service.facts)
    const touching = [...new Set(marks.flatMap((mark) => groupOf.get(mark) ?? []))]
    const known = new Set(marks.flatMap((mark) => (groupOf.has(mark) ? [groupOf.get(mark)] : [])))
    const joined = [...touching, service]
    for (const old of known) if (old) groups.delete(old)
    groups.add(joined)
    for (const each of joined) for (const mark of marksOf(each.facts)) groupOf.set(mark, joined)
  }
  return [...groups]
    .map((group) => ({
      open: group.filter((each) => each.authority !== authority),
      own: group.filter((each) => each.authority === authority),
    }))
    .filter(({ open }) => open.length > 0)
    .toSorted((a, b) => Number(b.open.length + b.own.length > 1) - Number(a.open.length + a.own.length > 1))
}

export interface ServiceDecision {
  /** Ids. */
  readonly keep: readonly string[]
  readonly leave: readonly string[]
  /** Somebody says that the entries are of different places. */
  readonly different: boolean
}

/** `undecided`: not each open service is kept or left. `confidential`: a place may be given away. */
export type JoinFault = 'undecided' | 'confidential'

/**
 * Where one entry calls the place confidential and another names an address, both may be the same place: the address is
 * not kept instead of the secret, unless somebody says that they are two.
 */
export function joinFault(
  { open, own }: ServiceGroup,
  { keep, leave, different }: ServiceDecision,
): JoinFault | undefined {
  if (open.some(({ id }) => keep.includes(id) === leave.includes(id))) return 'undecided'
  const staying = [...own, ...open.filter(({ id }) => keep.includes(id))]
  const hidden = [...own, ...open].some(({ facts }) => facts.place.type === 'confidential')
  const shown = staying.some(({ facts }) => facts.place.type === 'addresses')
  return hidden && shown && !different ? 'confidential' : undefined
}

/** Where the address of an entry that is left leads: to the first of the group that stays. */
export function stayingIn({ open, own }: ServiceGroup, keep: readonly string[]): string | undefined {
  return (own[0] ?? open.find(({ id }) => keep.includes(id)))?.id
}

/** The facts in the draft of the successor: whoever served one of the merged towns serves the new one. */
export function takenOver(facts: ServiceFacts, authority: string, line: readonly string[]): ServiceFacts {
  const serves = facts.serves.map((id) => (line.includes(id) ? authority : id))
  return { ...facts, serves: [...new Set(serves)] }
}
