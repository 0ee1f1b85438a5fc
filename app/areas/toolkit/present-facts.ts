/** What is said of a resource whatever the language. */
import type { Translator } from '../../platform/i18n/messages.ts'
import { withCommas } from '../../ui/lists.ts'
import { licenceWords, type ResourceFacts } from './resource-schema.ts'

export function factRows({ t, tag }: Translator, facts: ResourceFacts) {
  return [
    { label: t('toolkit.fact.kind'), value: t(`toolkit.kind.${facts.kind}`) },
    {
      label: t('toolkit.fact.audiences'),
      value: withCommas(
        tag,
        facts.audiences.map((one) => t(`toolkit.audience.${one}`)),
      ),
    },
    {
      label: t('toolkit.fact.ages'),
      value: withCommas(
        tag,
        facts.ages.map((one) => t(`toolkit.age.${one}`)),
      ),
    },
    {
      label: t('toolkit.fact.sections'),
      value: withCommas(
        tag,
        facts.sections.map((one) => t(`practices.section.${one}`)),
      ),
    },
    { label: t('toolkit.fact.licence'), value: t(`toolkit.licence.${licenceWords[facts.licence]}`) },
    { label: t('toolkit.fact.revision'), value: t('toolkit.revision', { revision: facts.revision }) },
  ]
}
