/** What is somebody's to do next about signing the Pact: in an office, in an association, at the secretariat. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { Actor } from '../../platform/session/actor.ts'
import type { NextStep, NextSteps } from '../../platform/session/next-step.ts'
import { urls } from '../../urls.ts'
import { signatoriesOf, signatoryById, signedBefore } from '../register/index.ts'
import { invitationsSince } from './afterwards/election-store.ts'
import { conflictFor as conflictWithReaffirmation } from './afterwards/reaffirm.ts'
import { lastReaffirmation, waitingReaffirmations } from './afterwards/reaffirmation-store.ts'
import { conflictWithSignatory } from './afterwards/withdraw-for.ts'
import { askedWithdrawals } from './afterwards/withdrawal-store.ts'
import { applicantOf } from './applicants.ts'
import {
  type Application,
  applicationsOf,
  openCases,
  readApplication,
  readCase,
  unfinishedOf,
} from './application-store.ts'
import { openBodyRequests } from './body-store.ts'
import { invitationDays } from './deadline-rules.ts'
import { dayAt, nameOf, type SigningDeps } from './deps.ts'
import { conflictFor } from './desk/decide.ts'
import { agreementsOf } from './event-store.ts'
import { lettersToPrint, type Proof, proofsToConfirm } from './proof/proof-store.ts'
import { conflictOfVoucher } from './proof/vouching.ts'

type Deps = SigningDeps & { readonly instanceName: string }

export function signingNextSteps(deps: Deps): NextSteps {
  return async (actor, translator) => {
    const held = (kind: 'authority' | 'association', names: readonly string[]) =>
      actor.roles.flatMap(({ role, scope }) => (scope.kind === kind && names.includes(role) ? [scope.id] : []))
    const bodies = [...new Set(held('authority', ['officer', 'approver']))]
    const unions = held('association', ['coordinator'])
    const serves = actor.roles.some(({ role, scope }) => role === 'secretariat' && scope.kind === 'instance')
    return [
      ...(await unfinished(deps, translator, actor, bodies, unions)),
      ...(await invitations(deps, translator, bodies)),
      ...(await newTowns(deps, translator, bodies)),
      ...(await confirmations(deps, translator, actor, unions)),
      ...(serves ? await deskSteps(deps, translator, actor) : []),
    ]
  }
}

async function unfinished(
  deps: Deps,
  translator: Translator,
  { id }: Actor,
  bodies: readonly string[],
  unions: readonly string[],
): Promise<NextStep[]> {
  const { db } = deps.database
  const own = (await applicationsOf(db, { person: id })).filter(
    ({ status }) => status === 'draft' || status === 'returned',
  )
  const open = [
    ...(await unfinishedOf(db, 'authority', bodies)),
    ...(await unfinishedOf(db, 'association', unions)),
    ...own,
  ]
  return Promise.all(open.map((one) => unfinishedStep(deps, translator, one)))
}

async function unfinishedStep(deps: Deps, translator: Translator, one: Application): Promise<NextStep> {
  const applicant = await applicantOf(deps.database.db, deps, one)
  const returned = one.status === 'returned'
  const asked = one.id !== one.caseId && one.readyAt === null
  const said = returned ? 'returned' : asked ? 'asked' : one.readyAt === null ? 'draft' : 'ready'
  return {
    rank: returned || asked ? 'somebody-waits' : 'care',
    text: translator.t(`signing.next.${said}`),
    where: applicant.name(translator),
    href: urls.application(applicant.base, one.id),
  }
}

/** Until the council has answered, or a year has passed: nothing lapses. */
async function invitations(deps: Deps, translator: Translator, bodies: readonly string[]): Promise<NextStep[]> {
  const { db } = deps.database
  const since = dayAt(deps.clock.now()).subtract({ days: invitationDays }).toString()
  const steps: NextStep[] = []
  for (const [authority, heldOn] of await invitationsSince(db, bodies, since)) {
    const signed = (await signatoriesOf(db, authority)).find(({ status }) => status === 'signed')
    if (!signed || (signed.reaffirmedOn ?? signed.signedOn) > heldOn) continue
    if ((await lastReaffirmation(db, signed.id))?.state === 'waiting') continue
    const applicant = await applicantOf(db, deps, { authority, association: null, answers: {} })
    steps.push({
      rank: 'care',
      text: translator.t('signing.next.reaffirm'),
      where: applicant.name(translator),
      href: urls.reaffirmPact(applicant.base),
    })
  }
  return steps
}

/** A signature does not pass on to what takes its signatory's place: for a year its office is asked whether its council signs. */
async function newTowns(deps: Deps, translator: Translator, bodies: readonly string[]): Promise<NextStep[]> {
  const { db } = deps.database
  const since = dayAt(deps.clock.now()).subtract({ days: invitationDays }).toString()
  const steps: NextStep[] = []
  for (const authority of bodies) {
    const earlier = (await signedBefore(db, authority)).filter(({ statusSince }) => statusSince >= since)
    if (earlier.length === 0 || (await signatoriesOf(db, authority)).length > 0) continue
    if ((await applicationsOf(db, { authority })).length > 0) continue
    const applicant = await applicantOf(db, deps, { authority, association: null, answers: {} })
    const text = translator.t('signing.next.earlier')
    steps.push({ rank: 'care', text, where: applicant.name(translator), href: applicant.base })
  }
  return steps
}

/** What this person may answer for their association. */
async function confirmations(
  deps: Deps,
  { t, language }: Translator,
  actor: Actor,
  unions: readonly string[],
): Promise<NextStep[]> {
  const { db } = deps.database
  const asked: Proof[] = []
  for (const proof of await proofsToConfirm(db, unions)) {
    const application = await readApplication(db, proof.application)
    if (application && !(await conflictOfVoucher(db, actor, application))) asked.push(proof)
  }
  const places = await deps.readAssociations(db, [...new Set(asked.flatMap(({ association }) => association ?? []))])
  return places.map((place) => ({
    rank: 'somebody-waits' as const,
    text: t('signing.next.confirm', { count: asked.filter(({ association }) => association === place.id).length }),
    where: nameOf(place, { language }),
    href: urls.pactConfirmations(place),
  }))
}

/** What this person can decide: not what they have agreed to, nor what is their own. */
async function deskSteps(deps: Deps, translator: Translator, actor: Actor): Promise<NextStep[]> {
  const { db } = deps.database
  const { t } = translator
  const where = deps.instanceName
  const steps: NextStep[] = []
  for (const lead of await openCases(db)) {
    if (lead.status !== 'submitted' || lead.due === null) continue
    if ((await agreementsOf(db, lead.caseId)).some(({ person }) => person === actor.id)) continue
    if (await conflictFor(db, actor, await readCase(db, lead.caseId))) continue
    const name = (await applicantOf(db, deps, lead)).name(translator)
    const due = Temporal.PlainDate.from(lead.due)
    const href = urls.pactApplication(lead.caseId)
    steps.push({ rank: 'somebody-waits', text: t('signing.next.decide', { name }), where, href, due })
  }
  for (const sent of await waitingReaffirmations(db)) {
    const { id, authority, due: day } = sent
    if (conflictWithReaffirmation({ person: actor }, sent)) continue
    const name = (await applicantOf(db, deps, { authority, association: null, answers: {} })).name(translator)
    const [due, href] = [Temporal.PlainDate.from(day), urls.pactReaffirmation(id)]
    steps.push({ rank: 'somebody-waits', text: t('signing.next.reaffirmation', { name }), where, href, due })
  }
  for (const { signatory, askedBy } of await askedWithdrawals(db)) {
    const found = await signatoryById(db, signatory)
    if (!found || askedBy === actor.id || (await conflictWithSignatory(db, { person: actor }, signatory))) continue
    const name = found.name || t('signing.stand.erased')
    const href = urls.pactSignatoryAct(found.number, 'withdraw')
    steps.push({ rank: 'somebody-waits', text: t('signing.next.withdrawal', { name }), where, href })
  }
  const [letters, requests] = [await lettersToPrint(db), await openBodyRequests(db)]
  const desk = { rank: 'somebody-waits', where, href: urls.pactApplications() } as const
  if (letters.length > 0) steps.push({ ...desk, text: t('signing.next.letters', { count: letters.length }) })
  if (requests.length > 0) steps.push({ ...desk, text: t('signing.next.bodies', { count: requests.length }) })
  return steps
}
