/** Which services a child is shown, and in which order. */
import type { Service } from '../../checklist/index.ts'
import type { EffectiveService } from '../effective-page.ts'

export const ageGroups = ['8-12', '13-17'] as const
export type AgeGroup = (typeof ageGroups)[number]

const years: Record<AgeGroup, { readonly from: number; readonly to: number }> = {
  '8-12': { from: 8, to: 12 },
  '13-17': { from: 13, to: 17 },
}

/**
 * Kinds that are help for children or teenagers themselves, by how soon they help. Lessons, what is for parents or
 * adults, and help for people who worry about their own thoughts are left out; a test holds this against the checklist.
 */
export const childKinds = [
  'child-helpline',
  'crisis-counselling',
  'out-of-hours-protection',
  'safe-place-to-stay',
  'school-support',
  'online-abuse-report',
  'child-protection-team',
  'childrens-house',
  'medical-care-after-abuse',
  'trauma-therapy',
  'outreach-at-risk',
  'police-child-unit',
  'disability-accessible-help',
  'migrant-refugee-child-help',
  'safe-sport',
  'harmful-behaviour-children',
  'free-legal-help',
  'court-support',
  'child-friendly-interview',
  'foster-residential-safeguards',
  'child-complaints-ombud',
] as const

const hidden = 'worried-about-thoughts'
const forChildren: ReadonlySet<string> = new Set(['children', 'teens', 'families', 'everyone'])

/** Whether a child of this age may turn to it. */
export function isFor({ kinds, audiences, ages }: Service, age: AgeGroup | undefined): boolean {
  if (kinds.includes(hidden) || !childKinds.some((kind) => kinds.includes(kind))) return false
  if (audiences.length > 0 && !audiences.some((one) => forChildren.has(one))) return false
  const only = audiences.filter((one) => one === 'children' || one === 'teens')
  if (age === '8-12' && only.length === audiences.length && audiences.length > 0 && !only.includes('children'))
    return false
  if (!ages || age === undefined) return true
  const { from, to } = years[age]
  return (ages.min ?? 0) <= to && (ages.max ?? to) >= from
}

/** Whether somebody can be reached without a voice. */
export const isQuiet = ({ chat, phones }: Service): boolean =>
  chat !== null || phones.some(({ channels }) => channels.includes('text') || channels.includes('chat'))

/** The soonest help first; of one kind the town's own in the order of its page. */
export function servicesForChildren(
  services: readonly EffectiveService[],
  age: AgeGroup | undefined,
): readonly EffectiveService[] {
  const placeOf = ({ service }: EffectiveService) => childKinds.findIndex((kind) => service.kinds.includes(kind))
  return services.filter(({ service }) => isFor(service, age)).toSorted((a, b) => placeOf(a) - placeOf(b))
}
