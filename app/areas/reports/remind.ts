/** Every night: towns with a plan that have not given their report are told 90 and 30 days before it is due. */
import { cycleOn, reminderOn } from './cycle-rules.ts'
import { readCycles } from './cycle-store.ts'
import { type PlanTown, type ReportsDeps, todayAt } from './deps.ts'
import { reminderNotice } from './notices.ts'
import { townsToRemind } from './report-store.ts'

/** In one transaction. */
const townsAtOnce = 100

/** Each person is told of each of the two days once, however often it runs. @returns how many towns were told. */
export async function remindTowns(deps: ReportsDeps): Promise<number> {
  await deps.readyToNotify()
  const { db } = deps.database
  const today = todayAt(deps.clock.now())
  const cycle = cycleOn(await readCycles(db), today)
  const days = cycle && reminderOn(cycle, today)
  if (!cycle || days === undefined) return 0
  const due = Temporal.PlainDate.from(cycle.due).toZonedDateTime('UTC').toInstant()
  const tell = async (towns: readonly PlanTown[]) => {
    await db.transaction().execute(async (tx) => {
      for (const town of towns) {
        for (const person of await deps.officeOf(tx, town.id, false)) {
          await deps.notify(tx, {
            ...{ person, kind: 'progress', due, key: `report-due ${town.id} ${cycle.number} ${days}` },
            compose: (translator) => reminderNotice(translator, town, cycle),
          })
        }
      }
    })
  }
  let told = 0
  for (let after: string | undefined; ; ) {
    const ids = await townsToRemind(db, cycle.number, after, townsAtOnce)
    await tell(await deps.readTowns(db, ids))
    told += ids.length
    after = ids.at(-1)
    if (ids.length < townsAtOnce) return told
  }
}
