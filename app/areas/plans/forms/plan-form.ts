/** The words of a plan as a form. Pure. */
import type { FormFields } from '../../../platform/http/form.ts'
import { typedDay } from '../../../ui/dates.ts'
import { periodIsSound } from '../plan-rules.ts'
import type { Heard, PlanFacts } from '../schema.ts'
import { type PlanFault, type Reading, typedFields } from './typed-fields.ts'

const mostHeard = 20

export interface PlanReading extends Reading {
  /** Codes of data/languages.json. */
  readonly languages: ReadonlySet<string>
}

/** Names of the fields of what children said, by place in the list. */
export const heardFields = (index: number) => ({ said: `heard-${index}-said`, done: `heard-${index}-done` })

export function planFrom(
  fields: FormFields,
  reading: PlanReading,
): PlanFacts | { readonly faults: readonly PlanFault[] } {
  const typed = typedFields(fields, reading)
  const title = typed.line('title', 'needed')
  const language = typed.choice('language', [...reading.languages]) ?? ''
  const [starts, ends] = [typed.day('starts', 'needed'), typed.day('ends', 'needed')]
  const facts = {
    ...{ title, language, starts: starts ?? '', ends: ends ?? '' },
    steering: typed.text('steering'),
    office: typed.text('office'),
    participation: typed.text('participation'),
    heard: Array.from({ length: mostHeard }, (_, index): Heard => {
      const { said, done } = heardFields(index)
      const pair = { said: typed.text(said), done: typed.text(done) }
      if (pair.said === '' && pair.done !== '') typed.refuse(said, 'missing')
      return pair
    }).filter(({ said, done }) => said !== '' || done !== ''),
  }
  if (starts !== null && ends !== null && !periodIsSound(facts)) typed.refuse('ends', 'period')
  return typed.faults.length > 0 ? { faults: typed.faults } : facts
}

/** With one empty place more for what children said. */
export function planFields(facts: PlanFacts): FormFields {
  const { title, language, starts, ends, steering, office, participation, heard } = facts
  const plain = { title, language, starts: typedDay(starts), ends: typedDay(ends), steering, office, participation }
  const pairs = heard.flatMap(({ said, done }, index) => {
    const names = heardFields(index)
    return [
      [names.said, said],
      [names.done, done],
    ] as const
  })
  return new Map([...Object.entries(plain), ...pairs].map(([name, value]) => [name, [value]]))
}

/** How many places for what children said a page shows. */
export function heardShown(fields: FormFields): number {
  const filled = Array.from({ length: mostHeard }, (_, index) => index).findLast((index) =>
    Object.values(heardFields(index)).some((name) => (fields.get(name)?.[0] ?? '') !== ''),
  )
  return Math.min((filled ?? -1) + 2, mostHeard)
}
