/** The list of a new year: two communes have become one. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { holds, until } from '../stage/until.ts'
import { type Coordinator, openAssociation, proveAgain } from './beginning.ts'
import { movementsSheet, nextYearsList } from './official-list.ts'

/** Augères becomes part of Aulon, in the département that was written to. Past, so that it can be applied today. */
export const from = '23010'
const [into, day] = ['23011', '2026-01-01']

export async function mergeTwo(coordinator: Coordinator, folder: string): Promise<void> {
  const { page, press, bring, type, words, picture } = coordinator.walker
  const [list, movements] = [join(folder, 'communes-2026.json'), join(folder, 'mouvements-2026.csv')]
  writeFileSync(list, nextYearsList(from, into))
  writeFileSync(movements, movementsSheet(from, into, day))
  await openAssociation(coordinator.walker)
  await press('Nouvelles listes officielles')
  await picture('list-bring')
  await bring('input[name="list"]', list)
  await bring('input[name="movements"]', movements)
  await press('Apporter la liste')
  await proveAgain(coordinator)
  await type('input[name="validFrom"]', day)
  await picture('list-columns')
  await press('Comparer')
  await picture('list-comparing')
  const look = async () => {
    await press('Voir où elle en est')
    return page.url().includes('done=planned') ? true : undefined
  }
  await until('the plan', look, { every: 5_000 })
  holds(/Fait maintenant partie de Aulon/.test(await words()), 'the plan says what the list says')
  await picture('plan')
  await press('Accepter un changement')
  await press('Appliquer ce qui est décidé')
  await proveAgain(coordinator)
  holds((await words()).includes('Tout ce qui était décidé est fait'), 'two communes are one')
  await picture('plan-applied')
}
