/** The words that others have written for a duty of the town, beside its own answer. */
import { type FormFields, fieldText } from '../../../platform/http/form.ts'
import { readAnswerLook } from '../answer-look-store.ts'
import { type Began, dutyTextsFor, knownBegan } from '../begin-answer.ts'
import type { ServiceKind } from '../kinds.ts'
import type { StandardWords } from '../schema.ts'
import type { DraftAnswer } from '../service.ts'
import { readStandardVersion } from '../standard-look-store.ts'
import { readStandardTexts, type StandardText } from '../standard-store.ts'
import type { OfficeChecklistDeps } from './deps.ts'
import { begunStatuses, noteField, noteLanguages } from './forms/answer-form.ts'
import type { OfficeRequest } from './office-request.ts'
import type { BeganView, OfferedWords, WordsView } from './pages/answer-words.tsx'
import { markWords } from './present-words.ts'

export interface Answered {
  readonly office: OfficeRequest
  readonly kind: ServiceKind
  readonly current: DraftAnswer | undefined
}

/** What a form says that its note began with: an id and a version. */
const beganField = 'began'
/** Ticked: the words are the town's alone. */
const aloneField = 'alone'

function saidBegan(fields: FormFields): Began | undefined {
  const [, id, version] = /^([0-9a-f-]{36}) ([1-9]\d{0,8})$/.exec(fieldText(fields, beganField)) ?? []
  return id && version ? { id, version: Number(version) } : undefined
}

/** What the note that was sent began with; undefined where the form says nothing that can be so. */
export async function sentBegan(
  deps: OfficeChecklistDeps,
  { office, kind, current }: Answered,
  fields: FormFields,
): Promise<Began | 'none' | undefined> {
  if (!kind.duty) return undefined
  if (fieldText(fields, aloneField) !== '') return 'none'
  const owners = await deps.readTextOwners(office.authority.id)
  const before = current?.answer.standard
  return knownBegan(deps.database.db, saidBegan(fields), { kind: kind.id, owners, before })
}

/** A line for each language, the town's own and the reader's first, which says where a machine has made it. */
function linesOf({ whatHappens }: StandardWords, deps: OfficeChecklistDeps, { translator, official }: OfficeRequest) {
  const { t, language: reader } = translator
  const first = [...official, reader]
  const place = ([code]: readonly [string, unknown]) => (first.includes(code) ? first.indexOf(code) : first.length)
  const said = Object.entries(whatHappens).toSorted((a, b) => place(a) - place(b))
  return said.map(([code, { text, origin }]) => {
    const name = deps.languages.byCode(code)?.autonym ?? code
    const language = origin === 'machine' ? `${name} (${t('standards.cell.machine')})` : name
    return t('checklist.office.fact.inLanguage', { language, text })
  })
}

/**
 * What can be put into a note, by language: in those in which the town writes, for it changes no words that it cannot read; of a
 * text that has none of them all. What nobody but a machine has written is no town's word.
 */
function ownWords({ words }: StandardText, { office, current }: Answered): readonly (readonly [string, string])[] {
  const written = Object.entries(words.whatHappens).flatMap(([code, { origin, text }]) =>
    origin === 'person' ? [[code, text] as const] : [],
  )
  const own = noteLanguages(current?.answer.note ?? {}, office.official)
  const read = written.filter(([code]) => own.includes(code))
  return read.length > 0 ? read : written
}

/** The text that an answer began with, as it stands now. */
async function usedBy(deps: OfficeChecklistDeps, current: DraftAnswer | undefined) {
  const id = current?.answer.standard?.id
  return id === undefined ? undefined : (await readStandardTexts(deps.database.db, [id])).get(id)
}

export interface Filled {
  readonly fields: FormFields
  readonly text: StandardText
  /** The languages in which words were filled in. */
  readonly languages: readonly string[]
}

/** The form with the words of a text in its notes: undefined where there is no such text for the town. */
export async function filledAnswer(
  deps: OfficeChecklistDeps,
  answered: Answered,
  fields: FormFields,
  wanted: string,
): Promise<Filled | undefined> {
  const { office, kind, current } = answered
  if (wanted === '' || !kind.duty) return undefined
  const used = await usedBy(deps, current)
  const offered = await dutyTextsFor(deps.database.db, await deps.readTextOwners(office.authority.id), kind.id)
  const text = [...offered, ...(used && !used.withdrawn ? [used] : [])].find(({ id }) => id === wanted)
  const words = text ? ownWords(text, answered) : []
  if (!text || words.length === 0) return undefined
  const notes = begunStatuses.flatMap((status) =>
    words.map(([code, said]) => [noteField(status, code), [said]] as const),
  )
  const began = [beganField, [`${text.id} ${text.version}`]] as const
  return { fields: new Map([...fields, ...notes, began]), text, languages: words.map(([code]) => code) }
}

/** Nothing of a kind that is help to call: its services say it. */
export async function wordsView(
  deps: OfficeChecklistDeps,
  answered: Answered,
  fields: FormFields,
  filled: Filled | undefined,
): Promise<WordsView | undefined> {
  const { office, kind, current } = answered
  if (!kind.duty) return undefined
  const { db } = deps.database
  const owner = ({ owner: { name, names } }: StandardText) => names[office.translator.language] ?? name
  const offered = await dutyTextsFor(db, await deps.readTextOwners(office.authority.id), kind.id)
  const used = await usedBy(deps, current)
  const note = Object.values(current?.answer.note ?? {}).map(({ text }) => text)
  return {
    offered: offered.map((text): OfferedWords => {
      const fills = ownWords(text, answered).length > 0
      return { id: text.id, owner: owner(text), lines: linesOf(text.words, deps, office), fills }
    }),
    began: used && (await beganView(deps, answered, used, owner(used))),
    filled: filled && { owner: owner(filled.text), before: note },
    sent: fieldText(fields, beganField),
    alone: fieldText(fields, aloneField) !== '',
  }
}

async function beganView(
  deps: OfficeChecklistDeps,
  answered: Answered,
  text: StandardText,
  owner: string,
): Promise<BeganView> {
  const { office, kind, current } = answered
  const { db } = deps.database
  const look = await readAnswerLook(db, office.authority.id, kind.id)
  const looked = look?.standard === text.id ? look : undefined
  const version = current?.answer.standard?.version ?? 0
  const seen = Math.max(version, looked?.version ?? 0)
  const before = text.version > seen ? await readStandardVersion(db, text.id, seen) : undefined
  const lines = (words: StandardWords | undefined) => (words ? linesOf(words, deps, office).join('\n') : '')
  return {
    ...{ id: text.id, owner, version: text.version, withdrawn: text.withdrawn },
    changed: text.version > seen ? markWords(lines(before), lines(text.words)) : undefined,
    told: text.version <= seen && (!text.withdrawn || looked?.withdrawn === true),
    fills: !text.withdrawn && ownWords(text, answered).length > 0,
  }
}
