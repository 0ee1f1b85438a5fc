/** The form of a segment ↔ what is kept of it. */
import { type FormFields, fieldText, fieldTexts } from '../../platform/http/form.ts'
import { type ChosenSegment, memberMarks, segmentSchema } from './schema.ts'

export interface SegmentFault {
  readonly field: 'populationFrom' | 'populationTo'
  readonly code: 'number' | 'order'
}

export function segmentFields(segment: ChosenSegment): FormFields {
  const one = (value: number | string | undefined) => (value === undefined ? [] : [`${value}`])
  return new Map([
    ['steps', segment.steps],
    ['without', segment.without],
    ['areas', segment.areas],
    ['populationFrom', one(segment.populationFrom)],
    ['populationTo', one(segment.populationTo)],
    ['unanswered', segment.unanswered ? ['yes'] : []],
  ])
}

/** `12 000`, `12.000`; undefined where nothing was typed, NaN where it is no number. */
function inhabitants(typed: string): number | undefined {
  if (typed === '') return undefined
  const plain = typed.normalize('NFKC').replace(/[\s.,'’٬]/g, '')
  return /^\d{1,9}$/.test(plain) ? Number(plain) : Number.NaN
}

/** @param areas ids that the form offers. */
export function segmentFrom(
  fields: FormFields,
  areas: ReadonlySet<string>,
): { readonly segment: ChosenSegment } | { readonly faults: readonly SegmentFault[] } {
  const from = inhabitants(fieldText(fields, 'populationFrom'))
  const to = inhabitants(fieldText(fields, 'populationTo'))
  const faults: SegmentFault[] = []
  if (Number.isNaN(from)) faults.push({ field: 'populationFrom', code: 'number' })
  if (Number.isNaN(to)) faults.push({ field: 'populationTo', code: 'number' })
  if (faults.length === 0 && from !== undefined && to !== undefined && from > to) {
    faults.push({ field: 'populationTo', code: 'order' })
  }
  if (faults.length > 0) return { faults }
  const known = <Value extends string>(name: string, values: readonly Value[]) =>
    values.filter((value) => fieldTexts(fields, name).includes(value))
  return {
    segment: segmentSchema.parse({
      steps: known('steps', ['silent', 'invited', 'staffed', 'published']),
      without: known('without', memberMarks),
      areas: [...new Set(fieldTexts(fields, 'areas'))].filter((area) => areas.has(area)),
      ...(from === undefined ? {} : { populationFrom: from }),
      ...(to === undefined ? {} : { populationTo: to }),
      unanswered: fieldText(fields, 'unanswered') === 'yes',
    }),
  }
}
