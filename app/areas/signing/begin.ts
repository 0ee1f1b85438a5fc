/** An office begins an application, answers it page by page, or throws it away. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { SignatoryKind } from '../../platform/db/tables/register.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { signatoriesOf, signatoriesOfAssociation } from '../register/index.ts'
import {
  type Application,
  applicationsOf,
  deleteApplication,
  insertApplication,
  lockCase,
  lockOwner,
  noteWriter,
  type Owner,
  readApplication,
  updateApplication,
} from './application-store.ts'
import { readContact, writeContact } from './contact-store.ts'
import type { SigningDeps } from './deps.ts'
import { readDocumentFacts, type SentDocument, writeDocument } from './document-store.ts'
import { insertEvent } from './event-store.ts'
import type { Contact } from './form-rules.ts'
import type { Answer, AnsweredPage, Answers } from './schema.ts'

type Deps = Pick<SigningDeps, 'database'>
export const personOf = ({ person }: Act): string | null => person?.id ?? null

/** Those of representatives and organisations stand in the trail of the instance. */
export const record = (tx: Tx, act: Act, { id, authority }: Pick<Application, 'id' | 'authority'>) =>
  recordAudit(tx, act, { authority, subject: `application ${id}` })

const ownerKey = (owner: Owner): string => Object.values(owner).join('')

export async function isSigned(tx: Tx, { authority, association }: Pick<Application, 'authority' | 'association'>) {
  const all = authority
    ? await signatoriesOf(tx, authority)
    : association
      ? await signatoriesOfAssociation(tx, association)
      : []
  return all.some(({ status }) => status === 'signed')
}

export interface Beginning {
  /** Made with the form: the form sent twice begins one. */
  readonly id: string
  readonly owner: Owner
  readonly kind: SignatoryKind
  readonly country: string
}

/** @returns the id of the application that is open, the new one or one that was; undefined where the body has signed. */
export async function beginApplication({ database }: Deps, act: Act, given: Beginning): Promise<string | undefined> {
  const { id, owner, kind, country } = given
  return database.db.transaction().execute(async (tx) => {
    await lockOwner(tx, ownerKey(owner))
    const authority = 'authority' in owner ? owner.authority : null
    const association = 'association' in owner ? owner.association : null
    if (await isSigned(tx, { authority, association })) return undefined
    const open = (await applicationsOf(tx, owner)).find((one) => one.status !== 'signed' && !('person' in owner))
    if (open) return open.id
    const by = personOf(act)
    const fresh = { id, kind, country, authority, association, caseId: id }
    if (!(await insertApplication(tx, fresh, { by, at: act.at }))) {
      const known = await readApplication(tx, id)
      return known && known.begunBy === by ? id : undefined
    }
    await insertEvent(tx, id, { step: 'begun', person: by, at: act.at })
    if (by) await noteWriter(tx, id, by, act.at)
    await record(tx, act, fresh)
    return id
  })
}

export type SaveOutcome = 'saved' | 'conflict' | 'gone'

export const isOpen = ({ status }: Pick<Application, 'status'>): boolean => status === 'draft' || status === 'returned'

/** Changes an open application. Whoever changes something has to say again that it is ready. */
async function withOpen(
  { database }: Deps,
  act: Act,
  id: string,
  work: (tx: Tx, application: Application) => Promise<SaveOutcome | 'unchanged'>,
): Promise<SaveOutcome> {
  return database.db.transaction().execute(async (tx) => {
    const before = await readApplication(tx, id)
    if (!before) return 'gone'
    const application = (await lockCase(tx, before.caseId)).find((one) => one.id === id)
    if (!application || !isOpen(application)) return 'gone'
    const outcome = await work(tx, application)
    if (outcome === 'unchanged') return 'saved'
    if (outcome !== 'saved') return outcome
    await updateApplication(tx, id, { readyAt: null }, act.at)
    const by = personOf(act)
    if (by) await noteWriter(tx, id, by, act.at)
    await record(tx, act, application)
    return 'saved'
  })
}

interface Saving<Page extends AnsweredPage> {
  readonly page: Page
  readonly given: Answer<Page>
  /** Of the page that the form was made from; 0 where nobody had answered it. */
  readonly seen: number
  readonly document?: (SentDocument & { readonly id: string }) | undefined
}

export async function savePage<Page extends AnsweredPage>(
  deps: Deps,
  act: Act,
  id: string,
  { page, given, seen, document }: Saving<Page>,
): Promise<SaveOutcome> {
  return withOpen(deps, act, id, async (tx, { answers }) => {
    const { revision = 0, ...before } = answers[page] ?? {}
    const newDocument = document && (await isNew(tx, id, document)) ? document : undefined
    if (!newDocument && isDeepStrictEqual(before, given)) return 'unchanged'
    if (revision !== seen) return 'conflict'
    const next: Answers = { ...answers, [page]: { ...given, revision: revision + 1 } }
    await updateApplication(tx, id, { answers: next }, act.at)
    if (newDocument) await writeDocument(tx, { application: id }, newDocument, { person: personOf(act), at: act.at })
    return 'saved'
  })
}

const isNew = async (tx: Tx, application: string, { sha256, name }: SentDocument): Promise<boolean> => {
  const known = await readDocumentFacts(tx, { application })
  return known?.sha256 !== sha256 || known.name !== name
}

export async function saveContact(
  deps: Deps,
  act: Act,
  id: string,
  { given, seen }: { readonly given: Contact; readonly seen: number },
): Promise<SaveOutcome> {
  return withOpen(deps, act, id, async (tx) => {
    const { revision = 0, ...before } = (await readContact(tx, id)) ?? {}
    if (isDeepStrictEqual(before, given)) return 'unchanged'
    if (revision !== seen) return 'conflict'
    await writeContact(tx, id, { ...given, revision: revision + 1 }, act.at)
    return 'saved'
  })
}

/** A draft is thrown away; others who were to sign together go on alone. @returns false where there is none. */
export async function discardApplication({ database }: Deps, act: Act, id: string): Promise<boolean> {
  return database.db.transaction().execute(async (tx) => {
    const before = await readApplication(tx, id)
    const all = before ? await lockCase(tx, before.caseId) : []
    const application = all.find((one) => one.id === id)
    if (!application || !isOpen(application)) return false
    await leaveCase(tx, application, all, act.at)
    await deleteApplication(tx, id)
    await record(tx, act, application)
    return true
  })
}

/** The others of a case go on: without the one that asked them, each alone. */
export async function leaveCase(
  tx: Tx,
  application: Pick<Application, 'id' | 'caseId'>,
  all: readonly Application[],
  at: Temporal.Instant,
): Promise<void> {
  const { id, caseId } = application
  if (id !== caseId) return updateApplication(tx, id, { caseId: id, readyAt: null }, at)
  for (const other of all)
    if (other.id !== id) await updateApplication(tx, other.id, { caseId: other.id, readyAt: null }, at)
}
