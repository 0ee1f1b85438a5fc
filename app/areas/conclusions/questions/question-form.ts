/** What is typed about a question to a meeting. Pure. */
import { type FormFields, fieldText } from '../../../platform/http/form.ts'
import { typedFields } from '../../plans/index.ts'
import type { Fault, Reading } from '../forms.ts'

type Faults = { readonly faults: readonly Fault[] }

export function questionFrom(fields: FormFields, reading: Reading): { readonly body: string } | Faults {
  const typed = typedFields(fields, reading)
  const body = typed.text('body')
  if (body === '') typed.refuse('body', 'missing')
  return typed.faults.length > 0 ? { faults: typed.faults } : { body }
}

export interface TypedChair {
  readonly position: number | null
  readonly answered: boolean
  readonly answer: string
  readonly published: boolean
}

/** Nothing is published without its answer. */
export function chairedFrom(fields: FormFields, reading: Reading): TypedChair | Faults {
  const typed = typedFields(fields, reading)
  const answer = typed.text('answer')
  const [answered, published] = [typed.isTicked('answered'), typed.isTicked('published')]
  const order = fieldText(fields, 'position').trim()
  if (order !== '' && !/^[1-9]\d{0,2}$/.test(order)) typed.refuse('position', 'number')
  if (published && answer === '') typed.refuse('answer', 'missing')
  if (typed.faults.length > 0) return { faults: typed.faults }
  return { position: order === '' ? null : Number(order), answered: answered || published, answer, published }
}
