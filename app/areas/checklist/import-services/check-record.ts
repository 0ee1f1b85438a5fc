import type { z } from 'zod'
import type { FactChecks } from '../faults.ts'
import { type ServiceFacts, serviceFacts } from '../schema.ts'
import { serviceFaults } from '../service-faults.ts'
import { canonicalOf, sha256OfCanonical } from '../snapshot-store.ts'
import type { ImportFault, ImportFaultCode, ImportRecord } from './record.ts'

export type ParsedRecord = {
  readonly record: ImportRecord
  readonly facts: ServiceFacts
  /** The facts in the form that their hash is made of. */
  readonly json: string
  readonly sha256: string
}

function codeOf(issue: z.core.$ZodIssue): ImportFaultCode {
  const field = issue.path[0]
  if (issue.code === 'too_big') return 'tooLong'
  if (field === 'kinds') return 'kindMissing'
  if (field === 'email') return 'emailInvalid'
  if (field === 'web' || field === 'chat') return 'linkInvalid'
  if (field === 'languages' || issue.path.includes('languages')) return 'languageUnknown'
  if (field === 'phones') return 'phoneInvalid'
  return issue.path.at(-1) === 'on' || field === 'closure' || field === 'alert' ? 'notADate' : 'invalidValue'
}

/** A record with its service, or with everything that is wrong with it. */
export type CheckedRecord = {
  readonly record: ImportRecord
  readonly service: ParsedRecord | undefined
  readonly faultsFound: readonly ImportFault[]
}

const faultOf = ({ sourceId, whereOf }: ImportRecord, path: readonly PropertyKey[], code: ImportFaultCode) => ({
  ...whereOf(path),
  ...(sourceId === '' ? {} : { sourceId }),
  code,
})

/** An earlier record has the same id. */
export const repeatedFault = (record: ImportRecord): ImportFault => faultOf(record, ['sourceId'], 'duplicateId')

export function importedService(record: ImportRecord, checks: FactChecks): CheckedRecord {
  const unknown = idFault(record)
  return unknown
    ? { record: { ...record, sourceId: '' }, service: undefined, faultsFound: [unknown] }
    : checked(record, checks)
}

function checked(record: ImportRecord, checks: FactChecks): CheckedRecord {
  // What stood in a cell of a confidential place is not repeated anywhere, not even in a report.
  const faults = record.confidential ? record.faults.map(({ value: _, ...rest }) => rest) : [...record.faults]
  const parsed = serviceFacts.safeParse(record.facts)
  const reported = new Set(faults.map(({ column }) => column))
  if (!parsed.success) {
    const found = parsed.error.issues.map((issue) => faultOf(record, issue.path, codeOf(issue)))
    const faultsFound = [...faults, ...found.filter(({ column }) => !reported.has(column))]
    return { record, service: undefined, faultsFound }
  }
  const faultsFound = [
    ...faults,
    ...serviceFaults(parsed.data, checks).map(({ code, path }) => faultOf(record, path, code)),
  ]
  if (faultsFound.length > 0) return { record, service: undefined, faultsFound }
  const { data: facts } = parsed
  const json = canonicalOf(facts)
  if (json === undefined) return { record, service: undefined, faultsFound: [faultOf(record, [], 'notUtf8')] }
  return { record, service: { record, facts, json, sha256: sha256OfCanonical(json) }, faultsFound }
}

const longestId = 500

/** What is wrong with the id itself: it is looked up before anything else. */
function idFault(record: ImportRecord): ImportFault | undefined {
  const { sourceId } = record
  if (sourceId.length > longestId) return { ...record.whereOf(['sourceId']), code: 'tooLong' }
  const broken = !sourceId.isWellFormed() || sourceId.includes('\0')
  return broken ? { ...record.whereOf(['sourceId']), code: 'notUtf8' } : undefined
}
