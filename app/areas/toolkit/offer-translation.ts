/** Somebody offers a translation, somebody else reads it and makes it public. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { mayDecide, type OfferWords, offerFields } from './offer-form.ts'
import {
  decideOffer,
  deleteOffer,
  insertOffer,
  lockOffer,
  type Offer,
  type OfferGiven,
  openOffer,
  updateOffer,
} from './offer-store.ts'
import { announceToolkit } from './public-tag.ts'
import { listWords, lockResource, readText, writeText } from './resource-store.ts'
import { deleteWithdrawal } from './withdraw-store.ts'

interface Deps {
  readonly database: Pick<Database, 'db'>
}

const madeBy = ({ person, at }: Act) => ({ by: person?.id ?? null, at })

const record = (tx: Tx, act: Act, { id, resource, language }: Pick<Offer, 'id' | 'resource' | 'language'>) =>
  recordAudit(tx, act, { authority: null, subject: `translation ${id}`, detail: { resource, language } })

export type SaveOutcome = 'saved' | 'gone' | 'conflict'

const isSame = (one: OfferWords, other: OfferWords) => offerFields.every((field) => one[field] === other[field])

const isSameFile = (one: Pick<Offer, 'file'>, other: Pick<Offer, 'file'>) => one.file?.sha256 === other.file?.sha256

/** @param seen the revision that the form was made from; 0: it was not begun. */
export async function saveOffer({ database }: Deps, act: Act, given: OfferGiven, seen: number): Promise<SaveOutcome> {
  return database.db.transaction().execute(async (tx): Promise<SaveOutcome> => {
    const resource = await lockResource(tx, given.resource)
    if (!resource || resource.revision < given.madeFrom) return 'gone'
    const open = await openOffer(tx, given)
    if (!open) {
      if (seen > 0) return 'gone'
      if (!(await insertOffer(tx, given, madeBy(act)))) return 'conflict'
      await record(tx, act, given)
      return 'saved'
    }
    // The same click a second time.
    if (
      open.state === given.state &&
      isSame(open, given) &&
      isSameFile(open, given) &&
      open.changedBy === madeBy(act).by
    )
      return 'saved'
    if (open.revision !== seen || open.state === 'sent') return 'conflict'
    await updateOffer(tx, { ...given, id: open.id }, madeBy(act))
    await record(tx, act, { ...given, id: open.id })
    return 'saved'
  })
}

/** What was begun goes; what is public stays. @returns false where it is not of this office. */
export async function discardOffer(
  { database }: Deps,
  act: Act,
  id: string,
  association: string | null,
): Promise<boolean> {
  return database.db.transaction().execute(async (tx) => {
    const offer = await lockOffer(tx, id)
    // Gone already, by the first click.
    if (!offer) return true
    if (offer.association !== association || offer.state === 'published') return false
    await deleteOffer(tx, id)
    await record(tx, act, offer)
    return true
  })
}

export interface Deciding {
  readonly id: string
  readonly decision: 'publish' | 'return'
  readonly reasons: string
  readonly seen: number
}
/** `own`: nobody decides about their own words. `older`: what is public was made from a later revision. */
export type DecideOutcome = 'decided' | 'gone' | 'changed' | 'own' | 'older'

export async function decideTranslation(
  { database }: Deps,
  act: Act & { readonly person: { readonly id: string } },
  { id, decision, reasons, seen }: Deciding,
): Promise<DecideOutcome> {
  return database.db.transaction().execute(async (tx): Promise<DecideOutcome> => {
    const offer = await lockOffer(tx, id)
    if (!offer || offer.state === 'draft') return 'gone'
    const state = decision === 'publish' ? 'published' : 'returned'
    if (offer.state !== 'sent') return offer.state === state ? 'decided' : 'changed'
    if (!mayDecide(act.person.id, offer)) return 'own'
    if (offer.revision !== seen) return 'changed'
    if (decision === 'publish' && !(await publishOffer(tx, offer, act.at))) return 'older'
    await decideOffer(tx, id, { state, reasons }, madeBy(act))
    await record(tx, act, offer)
    return 'decided'
  })
}

/** Sources and what the resource is are those of the original. */
async function publishOffer(tx: Tx, offer: Offer, at: Temporal.Instant): Promise<boolean> {
  const { resource, language, madeFrom, title, summary, body, link, file } = offer
  const known = await lockResource(tx, resource)
  const original = known && (await readText(tx, resource, known.language, madeFrom))
  if (!known || !original || known.language === language) return false
  for (let later = madeFrom + 1; later <= known.revision; later += 1) {
    if (await readText(tx, resource, language, later)) return false
  }
  const text = {
    language,
    revision: madeFrom,
    title,
    summary,
    body,
    link: link || null,
    sources: original.sources,
    file,
  }
  await writeText(tx, resource, { ...text, origin: 'person', checked: null }, at)
  // Somebody has read the new words.
  await deleteWithdrawal(tx, resource, language)
  await listWords(tx, resource)
  await announceToolkit(tx)
  return true
}
