/** Who hears by mail of what happens to the call for a host: whoever it concerns, once. */
import type { Act } from '../../../platform/audit/audit.ts'
import type { Tx } from '../../../platform/db/tables.ts'
import type { Translator } from '../../../platform/i18n/messages.ts'
import type { NoticeText } from '../../../platform/mail/notice.ts'
import type { MeetingsDeps, PlanTown } from '../deps.ts'
import type { Meeting } from '../meeting-rules.ts'
import type { HostCall } from './call-rules.ts'
import type { ChoiceWords } from './call-store.ts'
import { answerNotice, choiceNotice, type HostWord, hostNotice, offerNotice, reviewNotice } from './notices.ts'

export type TellDeps = Pick<MeetingsDeps, 'notify' | 'officeOf' | 'readTowns' | 'secretariatPeople'>
type Of = Pick<Meeting, 'id' | 'year'>

const momentOf = ({ at }: Act): string => `${at.epochMilliseconds}`

interface ToTown {
  readonly authority: string
  readonly key: string
  readonly compose: (translator: Translator, town: PlanTown) => NoticeText
}

async function tellTown(deps: TellDeps, tx: Tx, { authority, key, compose }: ToTown): Promise<void> {
  const [town] = await deps.readTowns(tx, [authority])
  if (!town) return
  for (const person of await deps.officeOf(tx, authority, false))
    await deps.notify(tx, { person, kind: 'meetings', key, compose: (translator) => compose(translator, town) })
}

/** The town that asked, and all that have begun a bid. Whoever works for several of them hears it once. */
export async function tellAnswer(
  deps: TellDeps,
  tx: Tx,
  act: Act,
  meeting: Of,
  given: {
    readonly question: string
    readonly text: string
    readonly answer: string
    readonly asker: string
    readonly candidates: readonly string[]
  },
): Promise<void> {
  const { question, text, answer, asker, candidates } = given
  const key = `host-answer ${question} ${momentOf(act)}`
  for (const authority of new Set([asker, ...candidates])) {
    const said = { text, answer, asked: authority === asker }
    await tellTown(deps, tx, {
      authority,
      key,
      compose: (translator, town) => answerNotice(translator, town, meeting, said),
    })
  }
}

/** Each town that has bid, with what it means for it. */
export async function tellChoice(
  deps: TellDeps,
  tx: Tx,
  act: Act,
  meeting: Of,
  given: {
    readonly host: string
    readonly runnerUp: string | null
    readonly words: ChoiceWords
    readonly bidders: readonly string[]
  },
): Promise<void> {
  const [host] = await deps.readTowns(tx, [given.host])
  if (!host) return
  const { words } = given
  for (const authority of given.bidders) {
    const part = authority === given.host ? 'host' : authority === given.runnerUp ? 'runnerUp' : 'other'
    await tellTown(deps, tx, {
      ...{ authority, key: `host-choice ${meeting.id} ${authority} ${momentOf(act)}` },
      compose: (translator, town) => choiceNotice(translator, town, meeting, { part, host, words }),
    })
  }
}

/** The runner-up, that it is asked. */
export const tellOffer = (deps: TellDeps, tx: Tx, act: Act, meeting: Of, authority: string): Promise<void> =>
  tellTown(deps, tx, {
    ...{ authority, key: `host-offer ${meeting.id} ${momentOf(act)}` },
    compose: (translator, town) => offerNotice(translator, town, meeting),
  })

/** Whoever is asked to score bids, once. */
export const tellReviewer = (
  { notify }: Pick<TellDeps, 'notify'>,
  tx: Tx,
  meeting: Of,
  { person, call }: { readonly person: string; readonly call: HostCall | undefined },
): Promise<void> =>
  notify(tx, {
    ...{ person, kind: 'meetings', key: `host-review ${meeting.id} ${person}` },
    compose: (translator) => reviewNotice(translator, meeting, call),
  })

/** The secretariat, of what a town has said. */
export async function tellSecretariat(
  deps: TellDeps,
  tx: Tx,
  act: Act,
  meeting: Of,
  { authority, word }: { readonly authority: string; readonly word: HostWord },
): Promise<void> {
  const [town] = await deps.readTowns(tx, [authority])
  if (!town) return
  for (const person of await deps.secretariatPeople(tx)) {
    await deps.notify(tx, {
      ...{ person, kind: 'meetings', key: `host-word ${meeting.id} ${word} ${momentOf(act)}` },
      compose: (translator) => hostNotice(translator, town, meeting, word),
    })
  }
}
