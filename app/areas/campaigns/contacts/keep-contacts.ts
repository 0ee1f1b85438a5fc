/** An association gives, changes and takes away where its members are written to; one by one, or as a list. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../../platform/audit/audit.ts'
import type { CampaignsDeps } from '../deps.ts'
import type { ContactList, ContactRow } from '../schema.ts'
import { forgetNoLetters, noteNoLetters } from '../stop/no-letters-store.ts'
import type { ListChanges } from './contact-rules.ts'
import {
  deleteContact,
  lockContact,
  readMember,
  compareList as storedChanges,
  takeOver,
  writeContact,
} from './contact-store.ts'
import { deleteUpload, insertUpload, readUpload } from './upload-store.ts'

type Deps = Pick<CampaignsDeps, 'database'>

export type KeptOutcome = 'saved' | 'conflict' | 'gone'

/** @param given.contact undefined: it is taken away. @param given.revision of the form; 0: there was none. */
export async function keepTownContact(
  { database }: Deps,
  act: Act,
  association: string,
  authority: string,
  given: { readonly contact: Omit<ContactRow, 'authority'> | undefined; readonly revision: number },
): Promise<KeptOutcome> {
  return database.db.transaction().execute(async (tx) => {
    await lockContact(tx, association, authority)
    const member = await readMember(tx, association, authority)
    if (!member) return 'gone'
    const current = member.contact
    if (!given.contact && !current) return 'saved'
    if (current && given.contact && isSame(current, given.contact)) return 'saved'
    if ((current?.revision ?? 0) !== given.revision) return 'conflict'
    const edit = { at: act.at, person: act.person?.id ?? null }
    if (given.contact) await writeContact(tx, association, { authority, ...given.contact }, given.revision + 1, edit)
    else await deleteContact(tx, association, authority)
    // Never the address itself: the trail stays for ever.
    const detail = { association, contact: given.contact !== undefined }
    await recordAudit(tx, act, { authority: null, subject: `town contact ${authority}`, detail })
    return 'saved'
  })
}

/** What an office has said on paper or by telephone. @param none false: it wants letters again. */
export async function keepNoLetters(
  { database }: Deps,
  act: Act,
  place: { readonly association: string; readonly authority: string },
  none: boolean,
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    await lockContact(tx, place.association, place.authority)
    if (!(await (none ? noteNoLetters(tx, place, act.at) : forgetNoLetters(tx, place)))) return
    const detail = { association: place.association, letters: !none }
    await recordAudit(tx, act, { authority: null, subject: `town contact ${place.authority}`, detail })
  })
}

/** The same address, given again after a server refused it, is tried again. */
function isSame(
  { office, email, postal, language, refused }: ContactRow & { readonly refused: unknown },
  contact: Omit<ContactRow, 'authority'>,
): boolean {
  return refused === undefined && isDeepStrictEqual({ office, email, postal, language }, contact)
}

/** Keeps a list that was read until somebody has looked at it. @param id made with the form: sent twice, it is one. */
export async function bringContacts(
  { database }: Deps,
  act: Act & { readonly person: NonNullable<Act['person']> },
  association: string,
  id: string,
  list: ContactList,
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    const upload = { id, association, by: act.person.id, at: act.at }
    if (!(await insertUpload(tx, upload, list))) return
    const detail = { association, rows: list.rows.length, refused: list.refusedCount }
    await recordAudit(tx, act, { authority: null, subject: 'list of town contacts', detail })
  })
}

export async function seeUpload(
  { database }: Deps,
  association: string,
  id: string,
): Promise<{ readonly list: ContactList; readonly changes: ListChanges } | undefined> {
  const list = await readUpload(database.db, association, id)
  return list && { list, changes: await storedChanges(database.db, association, list.rows) }
}

/** @returns false where it was taken over before, or was thrown away. */
export async function takeListOver({ database }: Deps, act: Act, association: string, id: string): Promise<boolean> {
  return database.db.transaction().execute(async (tx) => {
    const list = await readUpload(tx, association, id)
    if (!list || !(await deleteUpload(tx, association, id))) return false
    await takeOver(tx, association, list.rows, { at: act.at, person: act.person?.id ?? null })
    const detail = { association, rows: list.rows.length }
    await recordAudit(tx, act, { authority: null, subject: 'list of town contacts', detail })
    return true
  })
}
