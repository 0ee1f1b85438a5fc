/** What is somebody's to do next about practices: to review one, to mend one, to answer about one. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { Actor } from '../../platform/session/actor.ts'
import type { NextStep, NextSteps } from '../../platform/session/next-step.ts'
import { apart } from '../../ui/lists.ts'
import { urls } from '../../urls.ts'
import { nameIn, type PracticesDeps } from './deps.ts'
import { returnedPractices, waitingPractices } from './practice-store.ts'
import { answersWaiting, waitingAnswers } from './question-store.ts'
import { conflictWith, decidingOf } from './review-practice.ts'

type Deps = Pick<PracticesDeps, 'database' | 'readTowns' | 'readAssociations' | 'instanceName'>

export function practicesNextSteps(deps: Deps): NextSteps {
  const { db } = deps.database
  return async (actor, translator) => {
    const { t } = translator
    const offices = actor.roles.flatMap(({ role, scope }) =>
      scope.kind === 'authority' && (role === 'officer' || role === 'approver') ? [scope.id] : [],
    )
    const steps: NextStep[] = []
    const returned = await returnedPractices(db, offices)
    const asked = await waitingAnswers(db, offices)
    for (const town of await deps.readTowns(db, [...new Set(offices)])) {
      const [where, list] = [nameIn(translator, town), urls.townPractices(town)]
      const step = { rank: 'somebody-waits', where } as const
      for (const { id, facts } of returned.filter(({ authority }) => authority === town.id)) {
        const text = t('practices.next.returned', { title: apart(facts.title) })
        steps.push({ ...step, rank: 'care', text, href: urls.practiceDraft(list, id) })
      }
      const count = asked.get(town.id) ?? 0
      if (count > 0) steps.push({ ...step, text: t('practices.next.asked', { count }), href: list })
    }
    steps.push(...(await answeredSteps(deps, actor, translator)))
    const reviews = actor.roles.some(
      ({ role, scope }) => scope.kind === 'instance' && (role === 'secretariat' || role === 'reviewer'),
    )
    return reviews ? [...steps, ...(await reviewSteps())] : steps

    async function reviewSteps(): Promise<NextStep[]> {
      const waiting = await waitingPractices(db)
      const deciding = await decidingOf(deps, db, actor)
      const towns = await deps.readTowns(db, [...new Set(waiting.map(({ authority }) => authority))])
      return waiting.flatMap((practice) => {
        const town = towns.find(({ id }) => id === practice.authority)
        if (!town || conflictWith(deciding, practice, town)) return []
        const text = t('practices.next.review', { title: apart(practice.facts.title) })
        return [
          { rank: 'somebody-waits', text, where: deps.instanceName, href: urls.practiceReview(practice.id) } as const,
        ]
      })
    }
  }
}

/** What an association or the secretariat has asked was answered. */
async function answeredSteps(deps: Deps, actor: Actor, translator: Translator): Promise<NextStep[]> {
  const { db } = deps.database
  const unions = actor.roles.flatMap(({ role, scope }) =>
    scope.kind === 'association' && role === 'coordinator' ? [scope.id] : [],
  )
  const serves = actor.roles.some(({ role, scope }) => scope.kind === 'instance' && role === 'secretariat')
  const waiting = await answersWaiting(db, unions, serves)
  const places = [
    ...(await deps.readAssociations(db, [...new Set(unions)])).map((union) => ({
      ...{ id: union.id, where: nameIn(translator, union), href: urls.associationPractices(union) },
    })),
    ...(serves ? [{ id: null, where: deps.instanceName, href: urls.instancePractices() }] : []),
  ]
  return places.flatMap(({ id, where, href }) => {
    const count = waiting.get(id) ?? 0
    if (count === 0) return []
    return [{ rank: 'care', where, href, text: translator.t('practices.next.answered', { count }) } as const]
  })
}
