/** Whether a version may be published, and what it looks like. */
import { answerFaults, languageFaults } from './answers.ts'
import type { Said } from './changes.ts'
import type { FactChecks, PublishFault } from './faults.ts'
import { gapFaults } from './gap-rules.ts'
import type { Checklist } from './kinds.ts'
import type { Answer, LocalText, Service, SnapshotDocument } from './schema.ts'
import { reachNotices, serviceFaults, serviceNotices } from './service-faults.ts'

/** All faults at once; the page may be published when there are none. */
export function publishFaults(document: Said, checks: FactChecks): PublishFault[] {
  return [
    ...languageFaults(document.introduction, ['introduction'], checks),
    ...document.answers.flatMap((answer) =>
      answerFaults(answer, checks).map((fault): PublishFault => ({ ...fault, kind: answer.kind })),
    ),
    ...document.services.flatMap((service) =>
      [...serviceFaults(service, checks), ...gapFaults(service)].map(
        (fault): PublishFault => ({ ...fault, service: service.id }),
      ),
    ),
  ]
}

/** What is worth a second look before it is published, and stops nothing. Days that are over stand in the checks. */
export const publishNotices = ({ services }: Pick<Said, 'services'>, checks: FactChecks): PublishFault[] =>
  services.flatMap((service) =>
    [...reachNotices(service), ...serviceNotices(service, checks)].flatMap((notice) =>
      notice.code === 'hoursExceptionExpired' ? [] : [{ ...notice, service: service.id }],
    ),
  )

/** The name that decides the order: the same whatever the order in which languages were typed. */
const nameOf = ({ name }: Pick<Service, 'name'>): string => {
  const first = Object.keys(name).sort()[0]
  return (first && name[first]?.text) ?? ''
}

const byText = new Intl.Collator('und').compare

type Parts = {
  readonly authority: string
  readonly version: number
  readonly at: Temporal.Instant
  readonly introduction: LocalText
  readonly answers: readonly Answer[]
  readonly services: readonly Service[]
}

const numberIn =
  (checklist: Pick<Checklist, 'byId'>) =>
  (kind: string): number =>
    checklist.byId(kind)?.number ?? Number.MAX_SAFE_INTEGER

/** In the order of the checklist. */
export function answersInOrder(checklist: Pick<Checklist, 'byId'>, answers: readonly Answer[]): Answer[] {
  const numberOf = numberIn(checklist)
  return answers.toSorted((a, b) => numberOf(a.kind) - numberOf(b.kind) || byText(a.kind, b.kind))
}

/** By first kind, then by name. */
export function servicesInOrder<
  One extends { readonly id: string; readonly kinds: readonly string[]; readonly name: Service['name'] },
>(checklist: Pick<Checklist, 'byId'>, services: readonly One[]): One[] {
  const numberOf = numberIn(checklist)
  return services
    .map((service) => ({ service, kind: Math.min(...service.kinds.map(numberOf)), name: nameOf(service) }))
    .sort((a, b) => a.kind - b.kind || byText(a.name, b.name) || (a.service.id < b.service.id ? -1 : 1))
    .map(({ service }) => service)
}

/** The document of a version. */
export function composeDocument(checklist: Checklist, parts: Parts): SnapshotDocument {
  return {
    authority: parts.authority,
    version: parts.version,
    publishedAt: parts.at.toString({ smallestUnit: 'millisecond' }),
    introduction: parts.introduction,
    answers: answersInOrder(checklist, parts.answers),
    services: servicesInOrder(checklist, parts.services),
  }
}
