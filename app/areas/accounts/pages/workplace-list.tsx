import type { Translator } from '../../../platform/i18n/messages.ts'
import type { RoleName } from '../../../platform/session/actor.ts'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { withCommas } from '../../../ui/lists.ts'
import { urls } from '../../../urls.ts'
import type { Workplace, Workplaces } from '../workplaces.ts'

/** One office that opens for a person. */
export interface WorkplaceLine {
  readonly name: string
  readonly href: string
  /** What the person is there, in words. */
  readonly roles: string
}

/** Whoever fills in the page of a town begins there; all others with the people who do. */
function townPage(town: Workplace): string {
  const fillsIn = town.roles.some((role) => role === 'officer' || role === 'approver')
  return fillsIn ? urls.officeTown(town) : urls.townPeople(town)
}

/** Towns, associations, countries whose help numbers and lists of towns are theirs, then the whole instance; each by name. */
export function workplaceLines(
  { t, tag }: Translator,
  { towns, associations, countries, instance }: Workplaces,
): readonly WorkplaceLine[] {
  const words = (roles: readonly RoleName[]) =>
    withCommas(
      tag,
      roles.map((role) => t(`people.role.${role}`)),
    )
  const home = instance.includes('reviewer') && !instance.includes('secretariat')
  const whole = {
    name: t('people.wholeInstance'),
    href: home ? urls.instancePractices() : urls.instancePeople(),
    roles: words(instance),
  }
  const numbers = {
    name: t('helplines.countries'),
    href: urls.instanceHelplines(),
    roles: t('people.role.secretariat'),
  }
  const lists = { name: t('mergers.countries'), href: urls.instancePlans(), roles: t('people.role.secretariat') }
  return [
    ...towns.map((town) => ({ name: town.name, href: townPage(town), roles: words(town.roles) })),
    ...associations.map((one) => ({ name: one.name, href: urls.coverage(one), roles: words(one.roles) })),
    ...countries.flatMap(({ country, name }) => [
      { name, href: urls.officeHelplines(country), roles: t('helplines.office.title') },
      { name, href: urls.officePlan(country), roles: t('mergers.title') },
    ]),
    ...(instance.length > 0 ? [whole] : []),
    ...(instance.includes('secretariat') ? [numbers, lists] : []),
  ]
}

/** Where the person works and as what. Nothing for somebody without a role. */
export function WorkplaceList({ translator, workplaces }: { translator: Translator; workplaces: Workplaces }) {
  const lines = workplaceLines(translator, workplaces)
  if (lines.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{translator.t('people.workplaces')}</h2>
      <SummaryList
        rows={lines.map(({ name, href, roles }) => ({
          key: (
            <a class="govuk-link" href={href}>
              <bdi>{name}</bdi>
            </a>
          ),
          value: roles,
        }))}
      />
    </>
  )
}
