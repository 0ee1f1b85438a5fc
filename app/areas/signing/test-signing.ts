/** Bodies that have not signed, and applications of theirs, for tests. */
import { sql } from 'kysely'
import { actOf, actOfPerson } from '../../platform/audit/audit.ts'
import type { Db } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import { onePagePdf } from '../../platform/pdf/test-sent-pdf.ts'
import { foldings } from '../authorities/index.ts'
import { enterSignatures } from '../register/index.ts'
import { beginApplication, saveContact, savePage } from './begin.ts'
import type { SigningDeps } from './deps.ts'
import { submitApplication } from './submit.ts'

export interface FreshBody {
  readonly id: string
  readonly country: string
  readonly slug: string
  readonly name: string
  readonly domain: string
}

let bodies = 0

/** A town that nobody has heard of, in the Netherlands. @param association it belongs to. */
export async function freshBody(db: Db, association?: string): Promise<FreshBody> {
  bodies += 1
  const id = newId()
  const slug = `new-town-${bodies}-${id.slice(0, 6)}`
  const body = { id, country: 'NL', slug, name: `New Town ${bodies} ${id.slice(0, 6)}`, domain: `${slug}.example` }
  await sql`
    insert into published.authority
      (id, kind, country, slug, name, official_languages, time_zone, facts_sha256, changed_at, domains, demonstration)
    values (${id}, 'municipality', 'NL', ${slug}, ${body.name}, '{nl}', 'Europe/Amsterdam', '', now(),
      ${[body.domain]}::text[], true)`.execute(db)
  for (const folded of foldings(body.name)) {
    await sql`insert into published.authority_name (authority, country, kind, name, folded)
      values (${id}, 'NL', 'name', ${body.name}, ${folded})`.execute(db)
  }
  if (association) await db.insertInto('published.association_member').values({ association, authority: id }).execute()
  return body
}

const act = (name: string) => actOf('test', `signing.${name}`, Temporal.Now.instant())

/** Everything filled in, by nobody whom a conflict of interest could be found in. @returns the id of the application. */
export async function filledIn(deps: SigningDeps, authority: string, given = newId()): Promise<string> {
  const owner = { authority }
  const begun = { id: given, owner, kind: 'municipality', country: 'NL' } as const
  const id = (await beginApplication(deps, act('begin'), begun)) ?? ''
  const content = onePagePdf('Decision')
  const document = { id: newId(), name: 'decision.pdf', content, sha256: '0'.repeat(64), pages: 1, scanned: false }
  const decision = { body: 'Council', on: '2026-01-15', reference: 'B 7' }
  const office = { office: 'Mayor', person: 'Maria Muster' }
  const text = { version: '1', language: 'en', on: '2026-02-01' }
  const ceremony = { on: null, place: '', witness: '' }
  await savePage(deps, act('save'), id, { page: 'decision', given: decision, seen: 0, document })
  await savePage(deps, act('save'), id, { page: 'office', given: office, seen: 0 })
  await saveContact(deps, act('save'), id, {
    given: { name: 'Office', email: 'office@town.example', phone: '' },
    seen: 0,
  })
  await savePage(deps, act('save'), id, { page: 'text', given: text, seen: 0 })
  await savePage(deps, act('save'), id, { page: 'ceremony', given: ceremony, seen: 0 })
  return id
}

export async function handedIn(deps: SigningDeps, authority: string): Promise<string> {
  const id = await filledIn(deps, authority)
  await submitApplication(deps, act('submit'), id)
  return id
}

/** Shown as if by a letter. */
export async function proved(db: Db, application: string): Promise<void> {
  await sql`insert into office.pact_proof (id, application, way, asked_at, given_at)
    values (${newId()}, ${application}, 'letter', now(), now())
    on conflict (application, way, association) do update set given_at = now()`.execute(db)
}

/** An organisation that has signed by the account of this person. @returns its number in the register, and its id there. */
export async function signedForThemselves(deps: SigningDeps, person: string): Promise<{ number: number; id: string }> {
  const [id, name] = [newId(), `Foundation ${newId().slice(0, 6)}`]
  const begun = { id, owner: { person }, kind: 'organisation', country: 'NL' } as const
  await beginApplication(deps, actOfPerson({ id: person, roles: [] }, 'signing.begin', Temporal.Now.instant()), begun)
  return deps.database.db.transaction().execute(async (tx) => {
    const signs = { kind: 'organisation', country: 'NL', authority: null, association: null, name } as const
    const facts = { signedOn: '2026-02-01', decidedOn: '2026-01-15', textVersion: '1', textLanguage: 'en' }
    const signature = { signs, facts: { ...facts, documentSha256: null, ceremonyOn: null }, texts: {} }
    const [signatory] = await enterSignatures(tx, deps, act('agree'), [{ ...signature, demonstration: true }])
    if (!signatory) throw new Error('nobody signed')
    await tx
      .updateTable('office.pact_application')
      .set({ status: 'signed', signatory: signatory.id, signed_at: new Date() })
      .where('id', '=', id)
      .execute()
    return { number: signatory.number, id: signatory.id }
  })
}
