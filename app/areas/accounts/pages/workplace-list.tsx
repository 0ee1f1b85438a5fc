import type { Translator } from '../../../platform/i18n/messages.ts'
import type { RoleName } from '../../../platform/session/actor.ts'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { withCommas } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import type { Workplaces } from '../workplaces.ts'

/** Where the person works and as what; each leads to the people there. Nothing for somebody without a role. */
export function WorkplaceList({ translator, workplaces }: { translator: Translator; workplaces: Workplaces }) {
  const { t, tag } = translator
  const { towns, associations, instance } = workplaces
  const row = (href: string, name: string, roles: readonly RoleName[]) => ({
    key: (
      <a class="govuk-link" href={href}>
        <bdi>{name}</bdi>
      </a>
    ),
    value: withCommas(
      tag,
      roles.map((role) => t(`people.role.${role}`)),
    ),
  })
  const rows = [
    ...towns.map((town) => row(urls.townPeople(town), town.name, town.roles)),
    ...associations.map((one) => row(urls.associationPeople(one), one.name, one.roles)),
    ...(instance.length > 0 ? [row(urls.instancePeople(), t('people.wholeInstance'), instance)] : []),
  ]
  if (rows.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('people.workplaces')}</h2>
      <SummaryList rows={rows} />
    </>
  )
}
