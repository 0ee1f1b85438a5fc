import type { Retention } from '../../platform/privacy/retention.ts'

/** The rules as docs/privacy/retention.md shows them, by table. */
export function rulesTable(retention: readonly Retention[]): string {
  const rules = retention.flatMap((one) => one.rules).toSorted((a, b) => (a.table < b.table ? -1 : 1))
  const lines = rules.map(({ table, holds, keeps, why }) => `| \`${table}\` | ${holds} | ${keeps} | ${why} |`)
  return ['| table | holds | kept | why |', '| --- | --- | --- | --- |', ...lines].join('\n')
}

/** Tables in which nothing is about a person, with the reason. */
export function nothingPersonalTable(retention: readonly Retention[]): string {
  const tables = retention.flatMap((one) => one.nothingPersonal).toSorted((a, b) => (a.table < b.table ? -1 : 1))
  return [
    '| table | why nothing in it is personal |',
    '| --- | --- |',
    ...tables.map(({ table, reason }) => `| \`${table}\` | ${reason} |`),
  ].join('\n')
}
