/** An application of the demonstration network, as its office would have written it: nobody is told of what is invented. */
import { type Act, recordAudit } from '../../platform/audit/audit.ts'
import type { Tx } from '../../platform/db/tables.ts'
import { newId } from '../../platform/ids.ts'
import type { Authority } from '../authorities/index.ts'
import { approvedTexts } from '../register/index.ts'
import { applicationsOf, insertApplication, updateApplication } from './application-store.ts'
import { writeContact } from './contact-store.ts'
import { decisionDue, type Promised } from './deadline-rules.ts'
import { dayAt } from './deps.ts'
import { insertEvent } from './event-store.ts'
import { kindOfBody } from './kind-rules.ts'
import type { Answer, Answers } from './schema.ts'

export interface DemonstratedApplication {
  readonly state: 'draft' | 'submitted' | 'returned'
  readonly decision: Answer<'decision'>
  readonly office?: string | undefined
  readonly contact?: { readonly name: string; readonly email: string } | undefined
  readonly returned?: { readonly words: string } | undefined
}

const promised: Promised = 5

/** Once: what is there already stays as it is. There is no document: the demonstration forges no decision. */
export async function demonstrateApplication(
  tx: Tx,
  act: Act,
  { id: authority, kind, country }: Authority,
  { state, decision, office, contact, returned }: DemonstratedApplication,
): Promise<void> {
  const of = kindOfBody(kind)
  if (!of || (await applicationsOf(tx, { authority })).length > 0) return
  const id = newId()
  const answers = await answersOf(tx, act, decision, office)
  const begun = { by: null, at: act.at, answers }
  await insertApplication(tx, { id, kind: of, country, authority, association: null, caseId: id }, begun)
  await insertEvent(tx, id, { step: 'begun', person: null, at: act.at })
  if (contact) await writeContact(tx, id, { ...contact, phone: '', revision: 1 }, act.at)
  if (state !== 'draft') {
    const due = decisionDue(dayAt(act.at), undefined).toString()
    await updateApplication(tx, id, { status: 'submitted', submittedAt: act.at, due }, act.at)
    await insertEvent(tx, id, { step: 'submitted', person: null, at: act.at })
  }
  if (state === 'returned') {
    await updateApplication(tx, id, { status: 'returned', due: null }, act.at)
    const why = { reasons: ['decision-unclear'], words: returned?.words ?? '', promisedDays: promised } as const
    await insertEvent(tx, id, { step: 'returned', person: null, at: act.at, ...why })
  }
  await recordAudit(tx, act, { authority, subject: `application ${id}` })
}

async function answersOf(tx: Tx, act: Act, decision: Answer<'decision'>, office: string | undefined): Promise<Answers> {
  const [text] = await approvedTexts(tx)
  const begun: Answers = { decision: { revision: 1, ...decision } }
  if (office === undefined || !text) return begun
  const { version, language } = text
  return {
    ...begun,
    office: { revision: 1, office, person: '' },
    text: { revision: 1, version, language, on: dayAt(act.at).toString() },
    ceremony: { revision: 1, on: null, place: '', witness: '' },
  }
}
