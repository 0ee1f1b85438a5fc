/** Whoever is asked to answer for a conclusion hears it; whoever answers for one hears when the next meeting looks at it. */
import type { Tx } from '../../platform/db/tables.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import type { NoticeText } from '../../platform/mail/notice.ts'
import type { TaskOffice } from '../../urls/conclusion-urls.ts'
import { type Meeting, readMeetings } from '../meetings/index.ts'
import { needsNote, reviewIsNear } from './conclusion-rules.ts'
import { type Conclusion, conclusionsBefore } from './conclusion-store.ts'
import { type ConclusionsDeps, type Named, nameIn } from './deps.ts'
import { askedNotice, reviewNotice, type Told } from './notices.ts'

export type TellDeps = Pick<
  ConclusionsDeps,
  'readTowns' | 'readAssociations' | 'notify' | 'officeOf' | 'coordinatorsOf' | 'secretariatPeople'
>

type Item = Conclusion & { readonly year: number }

interface Office {
  readonly office: TaskOffice
  readonly one: Named | undefined
  readonly people: readonly string[]
}

/** Of its owner; undefined where that is no more. */
async function officeFor(deps: TellDeps, tx: Tx, item: Item): Promise<Office | undefined> {
  const { authority, association } = item
  if (authority !== null) {
    const [one] = await deps.readTowns(tx, [authority])
    return one && { office: { kind: 'authority', one }, one, people: await deps.officeOf(tx, authority, false) }
  }
  if (association !== null) {
    const [one] = await deps.readAssociations(tx, [association])
    return one && { office: { kind: 'association', one }, one, people: await deps.coordinatorsOf(tx, association) }
  }
  return { office: { kind: 'secretariat' }, one: undefined, people: await deps.secretariatPeople(tx) }
}

async function tellOwner(
  deps: TellDeps,
  tx: Tx,
  item: Item,
  { key, compose }: { readonly key: string; readonly compose: (translator: Translator, told: Told) => NoticeText },
): Promise<void> {
  const found = await officeFor(deps, tx, item)
  if (!found) return
  const { office, one, people } = found
  for (const person of people) {
    await deps.notify(tx, {
      ...{ person, kind: 'meetings', key },
      compose: (translator) => {
        const own = item.translations[translator.language]
        const body = own?.revision === item.bodyRevision ? own.text : item.body
        return compose(translator, { office, name: one ? nameIn(translator, one) : '', item, body })
      },
    })
  }
}

/** Those who have not answered yet. The secretariat asks nobody when it takes something on itself. */
export async function tellAsked(
  deps: TellDeps,
  tx: Tx,
  { year }: Pick<Meeting, 'year'>,
  items: readonly Conclusion[],
  at: Temporal.Instant,
): Promise<void> {
  for (const item of items.filter(({ ownerKind, agreedAt }) => ownerKind !== 'secretariat' && !agreedAt)) {
    const key = `conclusion-asked ${item.id} ${at.epochMilliseconds}`
    await tellOwner(deps, tx, { ...item, year }, { key, compose: askedNotice })
  }
}

/** Every night: each owner once, two months before a meeting looks at what it has taken on. @returns how many items. */
export async function tellBeforeReview(
  deps: TellDeps & Pick<ConclusionsDeps, 'database' | 'clock' | 'readyToNotify'>,
): Promise<number> {
  await deps.readyToNotify()
  const { db } = deps.database
  const today = deps.clock.now().toZonedDateTimeISO('UTC').toPlainDate().toString()
  const next = (await readMeetings(db)).find((one) => reviewIsNear(one, today))
  if (!next?.starts) return 0
  const meeting = { year: next.year, starts: next.starts }
  const items = (await conclusionsBefore(db, next.year)).filter(({ state }) => !needsNote(state))
  await db.transaction().execute(async (tx) => {
    for (const item of items) {
      const key = `conclusion-review ${item.id} ${next.year}`
      const compose = (translator: Translator, told: Told) => reviewNotice(translator, told, meeting)
      await tellOwner(deps, tx, item, { key, compose })
    }
  })
  return items.length
}
