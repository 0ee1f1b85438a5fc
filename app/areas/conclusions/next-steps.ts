/** What is somebody's next about conclusions: to amend, to decide, to take on, to tell how far it is. */
import { serves } from '../../platform/session/held-roles.ts'
import type { NextStep, NextSteps } from '../../platform/session/next-step.ts'
import type { TaskOffice } from '../../urls/conclusion-urls.ts'
import { urls } from '../../urls.ts'
import { readMeetings } from '../meetings/index.ts'
import { undecided } from './amendment-store.ts'
import { isLate, mayAmend } from './conclusion-rules.ts'
import { type Owner, ownedBy, readSet } from './conclusion-store.ts'
import { type ConclusionsDeps, type Named, nameIn } from './deps.ts'

type Deps = ConclusionsDeps & { readonly instanceName: string }

/** So long before its day an item is asked about. */
const asksBefore = { days: 30 } as const

export function conclusionsNextSteps(deps: Deps): NextSteps {
  const { database, clock, instanceName } = deps
  const { db } = database
  return async (actor, translator) => {
    const { t } = translator
    const now = clock.now().toZonedDateTimeISO('UTC').toPlainDate()
    const held = (kind: 'authority' | 'association', names: readonly string[]) => [
      ...new Set(
        actor.roles.flatMap(({ role, scope }) => (scope.kind === kind && names.includes(role) ? [scope.id] : [])),
      ),
    ]
    const towns = await deps.readTowns(db, held('authority', ['officer', 'approver']))
    const unions = await deps.readAssociations(db, held('association', ['coordinator']))
    const steps: NextStep[] = []
    for (const one of towns) steps.push(...(await itemSteps(one, 'authority')), ...(await amendSteps(one, 'authority')))
    for (const one of unions)
      steps.push(...(await itemSteps(one, 'association')), ...(await amendSteps(one, 'association')))
    if (!serves(actor, ['secretariat'])) return steps
    const secretariat: Owner = { kind: 'secretariat', authority: null, association: null }
    for (const { year, count } of await undecided(db)) {
      const text = t('conclusion.step.decide', { count, year: `${year}` })
      steps.push({ rank: 'somebody-waits', text, where: instanceName, href: urls.officeConclusions(year) })
    }
    return [...steps, ...(await stepsOf(secretariat, { kind: 'secretariat' }, instanceName))]

    async function itemSteps(one: Named, kind: 'authority' | 'association'): Promise<NextStep[]> {
      const [authority, association] = kind === 'authority' ? [one.id, null] : [null, one.id]
      return stepsOf({ kind, authority, association }, { kind, one }, nameIn(translator, one))
    }

    async function stepsOf(owner: Owner, office: TaskOffice, where: string): Promise<NextStep[]> {
      const soon = now.add(asksBefore).toString()
      return (await ownedBy(db, owner)).flatMap((item): NextStep[] => {
        const names = { year: `${item.year}`, number: `${item.position}` }
        const href = urls.task(office, item.id)
        if (owner.kind !== 'secretariat' && !item.agreedAt)
          return [{ rank: 'somebody-waits', text: t('conclusion.step.asked', names), where, href }]
        const due = item.due === null ? {} : { due: Temporal.PlainDate.from(item.due) }
        return isLate(item, soon) ? [{ rank: 'care', text: t('conclusion.step.tell', names), where, href, ...due }] : []
      })
    }

    async function amendSteps(one: Named, kind: 'authority' | 'association'): Promise<NextStep[]> {
      const party = { authority: null, association: null, [kind]: one.id }
      const found: NextStep[] = []
      for (const meeting of (await readMeetings(db)).slice(0, 2)) {
        const set = await readSet(db, meeting.id)
        if (!set || !mayAmend(set.stage) || !(await deps.tookPart(db, meeting, party))) continue
        const text = t('conclusion.step.amend', { year: `${meeting.year}` })
        const href = urls.partyConclusions(kind === 'association' ? { association: one } : one, meeting.year)
        found.push({ rank: 'care', text, where: nameIn(translator, one), href })
      }
      return found
    }
  }
}
