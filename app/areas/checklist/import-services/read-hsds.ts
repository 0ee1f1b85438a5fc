/** Reads HSDS 3 services: an array, a page of the HSDS API (`{contents: […]}`), one service, or one a line (NDJSON). */
import { hsdsService, serviceOfHsds } from './hsds-service.ts'
import type { ReadItem } from './read-csv.ts'
import { type ImportText, type ReadOptions, textOf } from './record.ts'

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Every service with its number from 1; undefined where a line is not JSON. */
function servicesIn(text: string): { row: number; value: unknown }[] | undefined {
  const whole = parseJson(text)
  if (whole === undefined) {
    const lines = text.split(/\r?\n/).map((line, index) => ({ row: index + 1, line }))
    const filled = lines.filter(({ line }) => line.trim() !== '')
    return filled.length > 1 ? filled.map(({ row, line }) => ({ row, value: parseJson(line) })) : undefined
  }
  const page = typeof whole === 'object' && whole !== null && 'contents' in whole ? whole.contents : whole
  return (Array.isArray(page) ? page : [page]).map((value, index) => ({ row: index + 1, value }))
}

/** Of a service that is otherwise not readable. */
const idOf = (value: unknown): { sourceId?: string } =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
    ? { sourceId: value.id }
    : {}

export async function* readHsds(input: ImportText, options: ReadOptions): AsyncGenerator<ReadItem> {
  const services = servicesIn((await textOf(input)).replace(/^\ufeff/, ''))
  if (!services) {
    yield { fault: { row: 1, column: '', code: 'jsonBroken' } }
    return
  }
  for (const { row, value } of services) {
    const parsed = hsdsService.safeParse(value)
    if (parsed.success) yield { record: serviceOfHsds(row, parsed.data, options) }
    else if (value === undefined) yield { fault: { row, column: '', code: 'jsonBroken' } }
    else {
      const issue = parsed.error.issues[0]
      yield {
        fault: { row, ...idOf(value), column: issue?.path.map(String).join('.') ?? '', code: 'invalidValue' },
      }
    }
  }
}
