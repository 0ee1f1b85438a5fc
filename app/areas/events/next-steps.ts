/** An event that waits for a second person, or of which nobody has said what was done, is somebody's to answer next. */
import type { NextStep, NextSteps } from '../../platform/session/next-step.ts'
import { urls } from '../../urls.ts'
import { type EventsDeps, nameOf } from './deps.ts'
import { untoldEvents, waitingEvents } from './event-store.ts'

type Deps = Pick<EventsDeps, 'database' | 'clock' | 'readTowns'>

/** Nobody is asked about what lies longer back. */
const asksFor = { months: 3 } as const

export function eventsNextSteps({ database, clock, readTowns }: Deps): NextSteps {
  const { db } = database
  return async ({ id, roles }, translator) => {
    const { t } = translator
    const held = (names: readonly string[]) => [
      ...new Set(
        roles.flatMap(({ role, scope }) => (scope.kind === 'authority' && names.includes(role) ? [scope.id] : [])),
      ),
    ]
    const waiting = await waitingEvents(db, held(['approver']), id)
    const today = clock.now().toZonedDateTimeISO('UTC').toPlainDate()
    const untold = await untoldEvents(db, held(['officer', 'approver']), {
      from: today.subtract(asksFor).toString(),
      today: today.toString(),
    })
    const towns = await readTowns(db, [...new Set([...waiting, ...untold].map(({ authority }) => authority))])
    const stepOf = (event: (typeof waiting)[number], act: 'approve' | 'after'): NextStep[] => {
      const town = towns.find((one) => one.id === event.authority)
      if (!town) return []
      return [
        {
          rank: act === 'approve' ? 'somebody-waits' : 'care',
          text: t(`events.next.${act}`),
          where: nameOf(town, translator),
          href: urls.townEventPage(town, event.id, act === 'approve' ? 'publish' : 'after'),
        },
      ]
    }
    return [...waiting.flatMap((one) => stepOf(one, 'approve')), ...untold.flatMap((one) => stepOf(one, 'after'))]
  }
}
