/** Others take part in a practice: they translate it, say that they use it, ask its office. */
import { isDeepStrictEqual } from 'node:util'
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Db, Tx } from '../../platform/db/tables.ts'
import { urls } from '../../urls.ts'
import { type NamedPlace, type PracticesDeps, personOf } from './deps.ts'
import type { Side } from './message-rules.ts'
import { messageNotice, translatedNotice, usedNotice } from './notices.ts'
import type { TranslatedParts } from './practice-schema.ts'
import { lockPractice, type Practice, readPractice } from './practice-store.ts'
import { announcePractices } from './public-tag.ts'
import { deleteTranslation, deleteUse, readTranslation, writeTranslation, writeUse } from './publish-store.ts'
import { emptyMessage, ensureQuestion, insertMessage, readPracticeQuestion } from './question-store.ts'
import { mayRemove, mayTranslate, type Office } from './translation-rules.ts'

const record = (tx: Tx, act: Act, { authority }: Pick<Office, 'authority'>, id: string, detail = {}) =>
  recordAudit(tx, act, { authority, subject: `practice ${id}`, detail })

type Compose = Parameters<PracticesDeps['notify']>[1]['compose']

async function tellOffice(
  deps: PracticesDeps,
  tx: Tx,
  { authority, key, compose }: { readonly authority: string; readonly key: string; readonly compose: Compose },
): Promise<void> {
  for (const person of await deps.officeOf(tx, authority))
    await deps.notify(tx, { person, kind: 'practices', key, compose })
}

/** The practice, if it is public. */
async function lockPublic(tx: Tx, id: string): Promise<(Practice & { readonly version: number }) | undefined> {
  const practice = await lockPractice(tx, id)
  return practice?.isPublic && practice.version !== null ? { ...practice, version: practice.version } : undefined
}

export interface Translating {
  readonly practice: string
  readonly language: string
  readonly parts: TranslatedParts
  readonly origin: 'person' | 'machine'
  /** Of the original that stood beside the form. */
  readonly version: number
  /** Of the translation that the form was made from; 0: there was none. */
  readonly seen: number
}

export type TranslateOutcome = 'saved' | 'gone' | 'conflict'

export async function translatePractice(
  deps: PracticesDeps,
  act: Act,
  office: Office,
  given: Translating,
): Promise<TranslateOutcome> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx): Promise<TranslateOutcome> => {
    const practice = await lockPublic(tx, given.practice)
    if (!practice || given.version < 1 || given.version > practice.version) return 'gone'
    const { language, parts, origin, version, seen } = given
    const before = await readTranslation(tx, given.practice, language)
    const same = before && isDeepStrictEqual([before.parts, before.origin, before.version], [parts, origin, version])
    if (same) return 'saved'
    if (!mayTranslate(office, { practice, before })) return 'gone'
    if ((before?.revision ?? 0) !== seen) return 'conflict'
    const { authority, association } = office
    const row = { language, parts, origin, version, revision: seen + 1, authority, association }
    await writeTranslation(tx, given.practice, row, act.at)
    await record(tx, act, office, given.practice, { language })
    await announcePractices(tx)
    const [town] = await deps.readTowns(tx, [practice.authority])
    if (town && practice.authority !== office.authority) {
      await tellOffice(deps, tx, {
        authority: town.id,
        key: `practice translated ${given.practice} ${language} ${seen + 1}`,
        compose: (translator) => translatedNotice(translator, town, practice, language),
      })
    }
    return 'saved'
  })
}

/** By whoever wrote it, the town of the practice, or the secretariat. */
export async function removeTranslation(
  { database }: Pick<PracticesDeps, 'database'>,
  act: Act,
  office: Office,
  given: { readonly practice: string; readonly language: string },
): Promise<boolean> {
  return database.db.transaction().execute(async (tx) => {
    const practice = await lockPractice(tx, given.practice)
    const translation = practice && (await readTranslation(tx, given.practice, given.language))
    // A second click has done what it wanted.
    if (!practice || !translation) return practice !== undefined
    if (!mayRemove(office, practice, translation)) return false
    await deleteTranslation(tx, given.practice, given.language)
    await record(tx, act, office, given.practice, { language: given.language })
    await announcePractices(tx)
    return true
  })
}

/** @returns false where there is no such practice of another town. */
export async function sayUsed(
  deps: PracticesDeps,
  act: Act,
  given: { readonly practice: string; readonly authority: string; readonly sentence: string },
): Promise<boolean> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    const practice = await lockPublic(tx, given.practice)
    if (!practice || practice.authority === given.authority) return false
    const before = await writeUse(tx, given.practice, { ...given, at: act.at })
    if (before === given.sentence) return true
    await record(tx, act, given, given.practice)
    await announcePractices(tx)
    const [town, user] = await Promise.all(
      [practice.authority, given.authority].map(async (id) => (await deps.readTowns(tx, [id]))[0]),
    )
    if (before === undefined && town && user) {
      await tellOffice(deps, tx, {
        authority: town.id,
        key: `practice used ${given.practice} ${user.id}`,
        compose: (translator) => usedNotice(translator, { town, user, practice, sentence: given.sentence }),
      })
    }
    return true
  })
}

export async function endUse(
  { database }: Pick<PracticesDeps, 'database'>,
  act: Act,
  given: { readonly practice: string; readonly authority: string },
): Promise<void> {
  await database.db.transaction().execute(async (tx) => {
    if (!(await deleteUse(tx, given.practice, given.authority))) return
    await record(tx, act, given, given.practice)
    await announcePractices(tx)
  })
}

interface Asking {
  readonly practice: string
  /** Whoever asks. */
  readonly asker: Office
  /** Made with the form: the form sent twice asks once. */
  readonly id: string
  readonly text: string
}

/** @returns the id of the question; undefined where there is no such practice of another town. */
export async function askPractice(deps: PracticesDeps, act: Act, given: Asking): Promise<string | undefined> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    const practice = await lockPublic(tx, given.practice)
    if (!practice || practice.authority === given.asker.authority) return undefined
    const question = await ensureQuestion(tx, given, act.at)
    await write(deps, tx, act, { practice, question, asker: given.asker, side: 'asker', ...said(given) })
    return question
  })
}

const said = ({ id, text }: Pick<Asking, 'id' | 'text'>) => ({ id, text })

/** Either of the two writes on. @returns false where it is not theirs. */
export async function answerPractice(
  deps: PracticesDeps,
  act: Act,
  given: { readonly question: string; readonly office: Office; readonly id: string; readonly text: string },
): Promise<boolean> {
  await deps.readyToNotify()
  return deps.database.db.transaction().execute(async (tx) => {
    const question = await readPracticeQuestion(tx, given.question)
    const practice = question && (await readPractice(tx, question.practice))
    if (!question || !practice) return false
    const side = sideOf(given.office, practice, question)
    if (!side) return false
    await write(deps, tx, act, { practice, question: question.id, asker: question, side, ...said(given) })
    return true
  })
}

/** Either of the two takes out what is about a child. @returns false where it is not theirs. */
export async function takeMessageOut(
  { database }: Pick<PracticesDeps, 'database'>,
  act: Act,
  given: { readonly question: string; readonly office: Office; readonly message: string },
): Promise<boolean> {
  return database.db.transaction().execute(async (tx) => {
    const question = await readPracticeQuestion(tx, given.question)
    const practice = question && (await readPractice(tx, question.practice))
    if (!practice || !sideOf(given.office, practice, question)) return false
    if (await emptyMessage(tx, question.id, given.message)) await record(tx, act, given.office, practice.id)
    return true
  })
}

/** On which side of a question an office is; undefined: on neither. */
export function sideOf(office: Office, practice: Pick<Practice, 'authority'>, question: Office): Side | undefined {
  if (practice.authority === office.authority) return 'town'
  const isAsker = question.authority === office.authority && question.association === office.association
  return isAsker ? 'asker' : undefined
}

interface Writing {
  readonly practice: Practice
  readonly question: string
  readonly asker: Office
  readonly side: Side
  readonly id: string
  readonly text: string
}

async function write(deps: PracticesDeps, tx: Tx, act: Act, given: Writing): Promise<void> {
  const { practice, question, asker, side, id, text } = given
  const message = { id, side, text }
  if (!(await insertMessage(tx, question, message, { by: personOf(act), at: act.at }))) return
  const owner: Office = { authority: practice.authority, association: null }
  const [from, to] = side === 'asker' ? [asker, owner] : [owner, asker]
  await record(tx, act, from, practice.id)
  const [writer, reader] = [await placeOf(deps, tx, from), await placeOf(deps, tx, to)]
  if (!writer || !reader) return
  const practices = practicesOf(to, reader)
  for (const person of await peopleOf(deps, tx, to))
    await deps.notify(tx, {
      ...{ person, kind: 'practices', key: `practice message ${id}` },
      compose: (translator) => messageNotice(translator, { writer, reader, practices, practice, question, message }),
    })
}

/** What an office calls itself; undefined: it is gone. */
export async function placeOf(
  deps: Pick<PracticesDeps, 'readTowns' | 'readAssociations' | 'instanceName'>,
  db: Db,
  { authority, association }: Office,
): Promise<NamedPlace | undefined> {
  if (authority !== null) return (await deps.readTowns(db, [authority]))[0]
  if (association !== null) return (await deps.readAssociations(db, [association]))[0]
  return { id: '', country: '', slug: '', name: deps.instanceName, names: {} }
}

function practicesOf({ authority, association }: Office, place: NamedPlace): string {
  if (authority !== null) return urls.townPractices(place)
  return association === null ? urls.instancePractices() : urls.associationPractices(place)
}

function peopleOf(deps: PracticesDeps, db: Db, { authority, association }: Office): Promise<readonly string[]> {
  if (authority !== null) return deps.officeOf(db, authority)
  return association === null ? deps.secretariatPeople(db) : deps.coordinatorsOf(db, association)
}
