/** Where words of a town are kept while it signs the Pact. What stands in the register is erased there, by the secretariat. */
import { sql } from 'kysely'
import type { Db } from '../../platform/db/tables.ts'
import type { Held, Reach } from './held-store.ts'

const ofTowns = ({ towns }: Reach) => sql`authority = any(${towns}::uuid[])`
const ofApplications = (reach: Reach) =>
  sql`application in (select id from office.pact_application where ${ofTowns(reach)})`

export const heldInSigning: readonly Held[] = [
  { table: 'office.pact_application', where: 'pact', keys: ['id'], columns: ['answers'], of: ofTowns },
  {
    table: 'office.pact_contact',
    where: 'pact',
    keys: ['application'],
    columns: ['name', 'email', 'phone'],
    of: ofApplications,
    // Half a contact is none: the office is asked for another.
    goes: true,
  },
  {
    table: 'office.pact_document',
    where: 'pact',
    keys: ['id'],
    columns: ['name'],
    of: (reach) => sql`${ofApplications(reach)} or reaffirmation in (
      select id from office.pact_reaffirmation where ${ofTowns(reach)})`,
  },
  { table: 'office.pact_event', where: 'pact', keys: ['id'], columns: ['words'], of: ofApplications },
  {
    table: 'office.pact_reaffirmation',
    where: 'pact',
    keys: ['id'],
    columns: ['decision_body', 'decision_reference', 'words'],
    of: ofTowns,
  },
]

type Cells = Readonly<Record<string, unknown>>

/** Whoever has a page of it in an open form is told that it has changed. */
export async function cleanApplication(tx: Db, row: Cells, after: Cells): Promise<void> {
  const before = new Map(Object.entries((row['answers'] ?? {}) as Readonly<Record<string, unknown>>))
  const pages = Object.entries((after['answers'] ?? {}) as Readonly<Record<string, { readonly revision: number }>>)
  const answers = Object.fromEntries(
    pages.map(([page, answer]) => {
      const isSame = JSON.stringify(before.get(page)) === JSON.stringify(answer)
      return [page, isSame ? answer : { ...answer, revision: answer.revision + 1 }]
    }),
  )
  await sql`update office.pact_application set answers = ${JSON.stringify(answers)} where id = ${row['id']}`.execute(tx)
}

/** The name of a file says nothing that its office needs. */
export async function cleanDocument(tx: Db, row: Cells): Promise<void> {
  await sql`update office.pact_document set name = 'decision.pdf' where id = ${row['id']}`.execute(tx)
}
