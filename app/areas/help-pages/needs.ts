/**
 * The checklist as families ask for it: every kind that is help to call stands under one need, in plain words. The
 * order is that of urgency. Kinds that are duties of the town stand apart (domain.md).
 */

export const needs = [
  {
    id: 'talk',
    kinds: ['child-helpline', 'crisis-counselling', 'child-help-page', 'family-info-service', 'school-support'],
  },
  { id: 'danger', kinds: ['out-of-hours-protection', 'safe-place-to-stay', 'missing-child-route', 'outreach-at-risk'] },
  { id: 'worried', kinds: ['report-concern-line', 'child-protection-team'] },
  {
    id: 'happened',
    kinds: ['childrens-house', 'medical-care-after-abuse', 'trauma-therapy', 'family-of-victim-support'],
  },
  { id: 'online', kinds: ['online-abuse-report'] },
  {
    id: 'justice',
    kinds: [
      'police-child-unit',
      'child-friendly-interview',
      'free-legal-help',
      'court-support',
      'victim-compensation-info',
    ],
  },
  { id: 'fitting', kinds: ['disability-accessible-help', 'migrant-refugee-child-help', 'adult-survivor-support'] },
  { id: 'own', kinds: ['worried-about-thoughts', 'harmful-behaviour-children'] },
  {
    id: 'before',
    kinds: [
      'body-safety-early-years',
      'relationships-education',
      'online-safety-education',
      'parent-programmes',
      'family-support-home-visits',
      'public-awareness',
      'safe-sport',
    ],
  },
  { id: 'voice', kinds: ['child-youth-council', 'child-complaints-ombud', 'foster-residential-safeguards'] },
] as const

export type NeedId = (typeof needs)[number]['id']
