/** Whether a version may be published, and what it looks like. */
import { answerFaults, languageFaults } from './answers.ts'
import type { FactChecks, PublishFault } from './faults.ts'
import type { Checklist } from './kinds.ts'
import type { Answer, LocalText, Service, SnapshotDocument } from './schema.ts'
import { serviceFaults } from './service-faults.ts'

/** All faults at once; the page may be published when there are none. */
export function publishFaults(document: SnapshotDocument, checks: FactChecks): PublishFault[] {
  return [
    ...languageFaults(document.introduction, ['introduction'], checks),
    ...document.answers.flatMap((answer) =>
      answerFaults(answer, checks).map((fault): PublishFault => ({ ...fault, kind: answer.kind })),
    ),
    ...document.services.flatMap((service) =>
      serviceFaults(service, checks).map((fault): PublishFault => ({ ...fault, service: service.id })),
    ),
  ]
}

/** The name that decides the order: the same whatever the order in which languages were typed. */
const nameOf = ({ name }: Service): string => {
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

/** The document of a version: answers in the order of the checklist, services by first kind, then by name. */
export function composeDocument(checklist: Checklist, parts: Parts): SnapshotDocument {
  const numberOf = (kind: string): number => checklist.byId(kind)?.number ?? Number.MAX_SAFE_INTEGER
  const firstKind = (service: Service): number => Math.min(...service.kinds.map(numberOf))
  return {
    authority: parts.authority,
    version: parts.version,
    publishedAt: parts.at.toString({ smallestUnit: 'millisecond' }),
    introduction: parts.introduction,
    answers: parts.answers.toSorted((a, b) => numberOf(a.kind) - numberOf(b.kind) || byText(a.kind, b.kind)),
    services: parts.services.toSorted(
      (a, b) => firstKind(a) - firstKind(b) || byText(nameOf(a), nameOf(b)) || (a.id < b.id ? -1 : 1),
    ),
  }
}
