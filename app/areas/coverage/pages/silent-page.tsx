import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { Select, type SelectOption } from '../../../ui/components/select/select.tsx'
import { longDate } from '../../../ui/dates.ts'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import type { SilentAsked } from '../../../urls/coverage-urls.ts'
import { urls } from '../../../urls.ts'
import { PageLinks, type PagesView } from '../../checklist/index.ts'
import type { Member } from '../coverage-rules.ts'

type Association = Parameters<typeof urls.coverage>[0]

export interface SilentPageProps {
  readonly of: OfficeFor
  readonly workplace: NonNullable<OfficeFrameProps['workplace']>
  readonly association: Association
  readonly asked: SilentAsked
  readonly steps: readonly SelectOption[]
  readonly areas: readonly SelectOption[]
  readonly members: readonly Member[]
  readonly count: number
  readonly pages: PagesView
  readonly timeZone: string
  readonly done: 'aside' | 'back' | undefined
}

const silentAsked = ({ step, area, aside }: SilentAsked, page: number): SilentAsked => ({ step, area, aside, page })

function Filter({ of, association, asked, steps, areas }: SilentPageProps) {
  const { t } = of.translator
  return (
    <form method="get" action={urls.coverageSilent(association)}>
      <Select name="step" label={t('coverage.silent.step')} value={asked.step ?? ''} items={steps} />
      {areas.length > 1 && (
        <Select name="area" label={t('coverage.column.part')} value={asked.area ?? ''} items={areas} />
      )}
      <Select
        name="aside"
        label={t('coverage.silent.which')}
        value={asked.aside ? '1' : ''}
        items={[
          { value: '', text: t('coverage.silent.open') },
          { value: '1', text: t('coverage.silent.aside') },
        ]}
      />
      <Button classes="govuk-button--secondary">{t('coverage.silent.show')}</Button>
    </form>
  )
}

/** Since when the town stands where it stands. */
function sinceWhen({ of: { translator }, timeZone }: SilentPageProps, member: Member): string {
  const { t } = translator
  const at = member.step === 'staffed' ? member.staffedSince : member.step === 'invited' ? member.invitedAt : null
  const day = at && longDate(translator, at.toZonedDateTimeISO(timeZone).toPlainDate())
  return day ? t(`coverage.silent.since.${member.step as 'staffed' | 'invited'}`, { day }) : t('coverage.what.silent')
}

function Line({ props, member }: { readonly props: SilentPageProps; readonly member: Member }) {
  const { of, association, asked } = props
  const { t, language, tag } = of.translator
  const name = member.names[language] ?? member.name
  return (
    <li class="office-line">
      <h2 class="govuk-heading-s govuk-!-margin-bottom-1">
        <bdi>{name}</bdi>
      </h2>
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        {sinceWhen(props, member)}
        {member.population !== null && ` · ${t('coverage.silent.people', { count: member.population })}`}
      </p>
      <p class="govuk-body-s govuk-!-margin-bottom-1">
        <a class="govuk-link" href={urls.townPeople(member)}>
          {t('coverage.silent.invite')}
          <span class="govuk-visually-hidden"> ({name})</span>
        </a>{' '}
        ·{' '}
        <a class="govuk-link" href={urls.town(language, member)} hreflang={tag}>
          {t('coverage.silent.page')}
          <span class="govuk-visually-hidden"> ({name})</span>
        </a>
      </p>
      <form method="post" action={urls.coverageAside(association)}>
        <input type="hidden" name="authority" value={member.id} />
        <input type="hidden" name="do" value={asked.aside ? 'back' : 'aside'} />
        <input type="hidden" name="step" value={asked.step ?? ''} />
        <input type="hidden" name="area" value={asked.area ?? ''} />
        <Button classes="govuk-button--secondary govuk-!-margin-bottom-2" preventDoubleClick>
          {t(asked.aside ? 'coverage.silent.back' : 'coverage.silent.put')}
          <span class="govuk-visually-hidden"> ({name})</span>
        </Button>
      </form>
    </li>
  )
}

/** Members that have no page yet, to work through: by name, which says nothing else about them. */
export function SilentPage(props: SilentPageProps) {
  const { of, workplace, association, asked, members, count, pages, done } = props
  const { t } = of.translator
  return (
    <OfficeFrame
      of={of}
      workplace={workplace}
      title={t('coverage.silent.title')}
      back={{ href: urls.coverage(association), text: t('coverage.back') }}
      done={done && t(`coverage.silent.done.${done}`)}
    >
      <p class="govuk-body">{t('coverage.silent.about')}</p>
      <Filter {...props} />
      <p class="govuk-body">
        <strong>{t('coverage.silent.count', { count })}</strong>
      </p>
      <ul class="govuk-list">
        {members.map((member) => (
          <Line props={props} member={member} />
        ))}
      </ul>
      <PageLinks
        translator={of.translator}
        pages={pages}
        href={(page) => urls.coverageSilent(association, silentAsked(asked, page))}
      />
    </OfficeFrame>
  )
}
