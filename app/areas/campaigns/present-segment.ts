/** Whom a campaign is for, in words. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { ChosenSegment } from './schema.ts'

/** Each a condition that all have to fulfil. @param areas names of those that were chosen and are still there. */
export function segmentWords({ t }: Pick<Translator, 't'>, segment: ChosenSegment, areas: readonly string[]): string[] {
  const { steps, without, populationFrom, populationTo, unanswered } = segment
  const steady = steps.map((step) => t(`campaigns.whom.step.${step}`))
  const words = [
    ...(areas.length === 0 ? [] : [areas.join(' · ')]),
    ...(areas.length < segment.areas.length ? [t('campaigns.whom.areaGone')] : []),
    ...(steady.length > 0 ? [steady.join(' · ')] : []),
    ...without.map((mark) => t('campaigns.whom.lacks', { what: t(`campaigns.whom.mark.${mark}`) })),
    ...(populationFrom === undefined ? [] : [t('campaigns.whom.from', { count: populationFrom })]),
    ...(populationTo === undefined ? [] : [t('campaigns.whom.to', { count: populationTo })]),
    ...(unanswered ? [t('campaigns.whom.unanswered')] : []),
  ]
  return words.length > 0 ? words : [t('campaigns.whom.everybody')]
}
