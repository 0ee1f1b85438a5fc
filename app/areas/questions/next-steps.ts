/** A question that waits is somebody's to answer next: of the association's coordinators, or of the town that was asked back. */
import type { NextStep, NextSteps } from '../../platform/session/next-step.ts'
import { urls } from '../../urls.ts'
import type { NamedPlace, QuestionsDeps } from './deps.ts'
import { countWaiting } from './list-store.ts'

type Deps = Pick<QuestionsDeps, 'database' | 'readTowns' | 'readAssociations'>

export function questionsNextSteps({ database, readTowns, readAssociations }: Deps): NextSteps {
  const { db } = database
  return async ({ roles }, { language, t }) => {
    const scopes = (kind: 'authority' | 'association', names: readonly string[]) =>
      roles.flatMap(({ role, scope }) => (scope.kind === kind && names.includes(role) ? [scope.id] : []))
    const asked = await countWaiting(db, 'association', scopes('association', ['coordinator']))
    const back = await countWaiting(db, 'authority', scopes('authority', ['officer', 'approver']))
    const step = (place: NamedPlace, text: string, href: string): NextStep => ({
      ...{ rank: 'somebody-waits', text, href },
      where: place.names[language] ?? place.name,
    })
    return [
      ...(await readAssociations(db, [...asked.keys()])).map((one) =>
        step(
          one,
          t('questions.next.association', { count: asked.get(one.id) ?? 0 }),
          urls.associationQuestions(one, 'open'),
        ),
      ),
      ...(await readTowns(db, [...back.keys()])).map((one) =>
        step(one, t('questions.next.town', { count: back.get(one.id) ?? 0 }), urls.townQuestions(one)),
      ),
    ]
  }
}
