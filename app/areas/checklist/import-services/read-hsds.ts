/** Reads HSDS services: an array, a page of the HSDS API (`{contents: […]}`), one service, or one a line (NDJSON). */
import { hsdsService, serviceOfHsds } from './hsds-service.ts'
import { jsonItems } from './json-stream.ts'
import { renewedService } from './older-json.ts'
import type { ImportText, ReadItem, ReadOptions } from './record.ts'

/** Of a service that is otherwise not readable. */
const idOf = (value: unknown): { sourceId?: string } =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
    ? { sourceId: value.id }
    : {}

export async function* readHsds(input: ImportText, options: ReadOptions): AsyncGenerator<ReadItem> {
  for await (const { row, value, ends } of jsonItems(input)) {
    const parsed = hsdsService.safeParse(renewedService(value))
    if (parsed.success) yield { record: serviceOfHsds(row, parsed.data, options) }
    else if (value === undefined) yield { fault: { row, column: '', code: ends ? 'jsonEnds' : 'jsonBroken' } }
    else {
      const issue = parsed.error.issues[0]
      yield {
        fault: { row, ...idOf(value), column: issue?.path.map(String).join('.') ?? '', code: 'invalidValue' },
      }
    }
  }
}
