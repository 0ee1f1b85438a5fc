import type { z } from 'zod'
import type { FactChecks } from '../faults.ts'
import { type ServiceFacts, serviceFacts } from '../schema.ts'
import { serviceFaults } from '../service-faults.ts'
import { sha256Of } from '../snapshot-store.ts'
import type { ImportFault, ImportFaultCode, ImportRecord } from './record.ts'

export type ParsedRecord = { readonly record: ImportRecord; readonly facts: ServiceFacts; readonly sha256: string }

function codeOf(issue: z.core.$ZodIssue): ImportFaultCode {
  const field = issue.path[0]
  if (issue.code === 'too_big') return 'tooLong'
  if (field === 'kinds') return 'kindMissing'
  if (field === 'email') return 'emailInvalid'
  if (field === 'web' || field === 'chat') return 'linkInvalid'
  if (field === 'languages' || issue.path.includes('languages')) return 'languageUnknown'
  if (field === 'phones') return 'phoneInvalid'
  return issue.path.at(-1) === 'on' || field === 'closure' ? 'notADate' : 'invalidValue'
}

/** The service of a record, or everything that is wrong with it. @param seen ids of the file so far; added to. */
export function importedService(
  record: ImportRecord,
  checks: FactChecks,
  seen: Set<string>,
): { readonly service: ParsedRecord } | { readonly faults: readonly ImportFault[] } {
  const { row, sourceId, columnOf } = record
  const fault = (path: readonly PropertyKey[], code: ImportFaultCode): ImportFault => ({
    row,
    ...(sourceId === '' ? {} : { sourceId }),
    column: columnOf(path),
    code,
  })
  // What stood in a cell of a confidential place is not repeated anywhere, not even in a report.
  const faults = record.confidential ? record.faults.map(({ value: _, ...rest }) => rest) : [...record.faults]
  if (sourceId !== '' && seen.has(sourceId)) faults.push(fault(['sourceId'], 'duplicateId'))
  seen.add(sourceId)
  const parsed = serviceFacts.safeParse(record.facts)
  const reported = new Set(faults.map(({ column }) => column))
  if (!parsed.success) {
    const found = parsed.error.issues.map((issue) => fault(issue.path, codeOf(issue)))
    return { faults: [...faults, ...found.filter(({ column }) => !reported.has(column))] }
  }
  faults.push(...serviceFaults(parsed.data, checks).map(({ code, path }) => fault(path, code)))
  if (faults.length > 0) return { faults }
  return { service: { record, facts: parsed.data, sha256: sha256Of(parsed.data) } }
}
