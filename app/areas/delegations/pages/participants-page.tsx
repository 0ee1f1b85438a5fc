import { Table } from '../../../ui/components/table/table.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import type { Content } from '../../../ui/content.ts'
import { FormFrame } from '../../../ui/layout/form-frame.tsx'
import { urls } from '../../../urls.ts'
import type { MeetingTown, OpenMeeting } from '../../meetings/index.ts'
import type { Listed } from '../present-people.ts'
import type { Child } from '../schema.ts'

interface Opened {
  readonly opened: OpenMeeting<MeetingTown>
}

export interface ParticipantsPageProps extends Opened {
  readonly adults: readonly Listed[]
  /** How many eat and need what. */
  readonly counts: readonly { readonly text: string; readonly count: string }[]
  readonly children: number
}

const cells = (...all: readonly Content[]) => all.map((content) => ({ content }))

const Whose = ({ one }: { readonly one: Pick<Listed, 'whose'> }) => (
  <bdi>{[one.whose.town, one.whose.country].filter((part) => part !== '').join(', ')}</bdi>
)

function Links({ opened, children }: ParticipantsPageProps) {
  const { town, meeting, of } = opened
  const { t } = of.translator
  const { year } = meeting
  const links = [
    [urls.hostParticipantsFile(town, year, 'csv'), t('delegation.list.csv')],
    [urls.hostParticipantsFile(town, year, 'xlsx'), t('delegation.list.xlsx')],
    [urls.hostBadges(town, year), t('delegation.badges')],
    [urls.hostNeeds(town, year), t('delegation.needs')],
    ...(children > 0 ? [[urls.hostSafeguarding(town, year), t('delegation.safeguarding')] as const] : []),
    [urls.hostRegistration(town, year), t('delegation.registration', { year: `${year}` })],
  ] as const
  return (
    <ul class="govuk-list">
      {links.map(([href, text]) => (
        <li>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** Who comes, for the host. Never a child. */
export function ParticipantsPage(props: ParticipantsPageProps) {
  const { opened, adults, counts } = props
  const { of, workplace, town, meeting } = opened
  const { t } = of.translator
  return (
    <FormFrame {...{ of, workplace }} title={t('delegation.participants')}>
      <p class="govuk-body">{t('delegation.participants.about')}</p>
      <Links {...props} />
      {counts.length > 0 && (
        <Table
          caption={t('delegation.needs.counts')}
          captionClasses="govuk-table__caption--m"
          rows={counts.map(({ text, count }) => cells(text, count))}
        />
      )}
      <h2 class="govuk-heading-m">{t('delegation.participants')}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {adults.map((one) => (
          <li>
            <strong>
              <bdi>{one.name}</bdi>
            </strong>{' '}
            {!one.hasPlace && <Tag classes="govuk-tag--yellow">{t('delegation.waits')}</Tag>}
            <br />
            <bdi>{one.function}</bdi>, <Whose one={one} />
            {one.companion !== '' && (
              <>
                <br />
                {t('delegation.form.companion')}: <bdi>{one.companion}</bdi>
              </>
            )}
            {one.visa && one.hasPlace && (
              <>
                <br />
                <a class="govuk-link" href={urls.hostLetter(town, meeting.year, one.id)}>
                  {t('delegation.letter')}
                  <span class="govuk-visually-hidden"> ({one.name})</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </FormFrame>
  )
}

function frameOf({ opened }: Opened) {
  const { of, workplace, town, meeting } = opened
  const back = { href: urls.hostParticipants(town, meeting.year), text: of.translator.t('delegation.participants') }
  return { of, workplace, back }
}

/** Whom to speak to about food and access. */
export function NeedsPage(
  props: Opened & { readonly rows: readonly { readonly one: Listed; readonly needs: string }[] },
) {
  const { t } = props.opened.of.translator
  return (
    <FormFrame {...frameOf(props)} title={t('delegation.needs')}>
      <p class="govuk-body">{t('delegation.needs.host')}</p>
      <Table
        head={cells(t('delegation.form.name'), t('delegation.column.town'), t('delegation.needs'))}
        rows={props.rows.map(({ one, needs }) => cells(<bdi>{one.name}</bdi>, <Whose one={one} />, <bdi>{needs}</bdi>))}
      />
    </FormFrame>
  )
}

interface ChildrenPageProps extends Opened {
  readonly rows: readonly { readonly one: Listed<Child>; readonly adult: string; readonly needs: string }[]
}

/** The only list on which children stand. */
export function ChildrenPage(props: ChildrenPageProps) {
  const { t } = props.opened.of.translator
  return (
    <FormFrame {...frameOf(props)} title={t('delegation.safeguarding')}>
      <p class="govuk-body">{t('delegation.safeguarding.about')}</p>
      <Table
        head={cells(
          ...[t('delegation.form.firstName'), t('delegation.form.ageGroup'), t('delegation.form.adult')],
          ...[t('delegation.form.safeguarding'), t('delegation.needs'), t('delegation.column.stand')],
        )}
        rows={props.rows.map(({ one, adult, needs }) =>
          cells(
            <bdi>{one.name}</bdi>,
            t(`delegation.age.${one.ageGroup}`),
            <>
              <bdi>{adult}</bdi>, <Whose one={one} />
            </>,
            <bdi>{one.safeguarding}</bdi>,
            <bdi>{needs}</bdi>,
            t(one.hasPlace ? 'delegation.place' : 'delegation.waits'),
          ),
        )}
      />
    </FormFrame>
  )
}
