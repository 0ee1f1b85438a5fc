import { Button } from '../../../ui/components/button/button.tsx'
import { Details } from '../../../ui/components/details/details.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { WarningText } from '../../../ui/components/warning-text/warning-text.tsx'
import { FormText } from '../../../ui/form-lines.tsx'
import { FormFrame } from '../../../ui/layout/form-frame.tsx'
import { urls } from '../../../urls.ts'
import type { MeetingTown, OpenMeeting } from '../../meetings/index.ts'
import type { SessionFault } from '../session-form.ts'
import { errorsOf, formOf } from './form-words.ts'

export interface ProgrammePageProps {
  readonly opened: OpenMeeting<MeetingTown>
  /** Of the rooms. */
  readonly fields: ReadonlyMap<string, readonly string[]>
  readonly faults: readonly SessionFault[]
  readonly changed: boolean
  readonly revision: number
  readonly sessions: readonly {
    readonly id: string
    readonly title: string
    /** BCP 47. */
    readonly lang: string
    readonly where: string
    readonly cancelled: boolean
    readonly href: string
  }[]
  /** Sentences. */
  readonly clashes: readonly string[]
  readonly changes: readonly string[]
  /** Number of the newest release. */
  readonly newest: number | undefined
  readonly done: 'saved' | 'taken-out' | 'brought-back' | 'released' | undefined
}

function Sessions({ opened, sessions, clashes }: ProgrammePageProps) {
  const { town, meeting, of } = opened
  const { t } = of.translator
  return (
    <>
      <h2 class="govuk-heading-m">{t('programme.sessions')}</h2>
      {sessions.length === 0 && <p class="govuk-body">{t('programme.none')}</p>}
      <ul class="govuk-list govuk-list--spaced">
        {sessions.map(({ title, lang, where, cancelled, href }) => (
          <li>
            <a class="govuk-link govuk-!-font-weight-bold" href={href}>
              <bdi lang={lang}>{title}</bdi>
            </a>{' '}
            {cancelled && <Tag classes="govuk-tag--red">{t('programme.cancelled')}</Tag>}
            <br />
            <bdi>{where}</bdi>
          </li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={urls.hostSessionNew(town, meeting.year)}>
          {t('programme.add')}
        </a>
      </p>
      {clashes.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('programme.clashes')}</h2>
          {clashes.map((one) => (
            <WarningText iconFallbackText={t('programme.clashes')}>{one}</WarningText>
          ))}
        </>
      )}
    </>
  )
}

function Release({ opened, changes, newest }: ProgrammePageProps) {
  const { town, meeting, of } = opened
  const { t, language } = of.translator
  return (
    <>
      <h2 class="govuk-heading-m">{t('programme.release.title')}</h2>
      <p class="govuk-body">{t('programme.release.about')}</p>
      {newest !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={urls.programme(language, meeting.year)}>
            {t('programme.release.newest', { version: `${newest}` })}
          </a>
        </p>
      )}
      {changes.length === 0 ? (
        <p class="govuk-body">{t('programme.release.nothing')}</p>
      ) : (
        <>
          <ul class="govuk-list govuk-list--bullet">
            {changes.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
          <form method="post" action={urls.hostProgrammeAct(town, meeting.year, 'release')}>
            <Button preventDoubleClick>{t('programme.release.submit')}</Button>
          </form>
        </>
      )}
    </>
  )
}

function Rooms(props: ProgrammePageProps) {
  const { opened, faults, revision, changed } = props
  const { town, meeting, of } = opened
  const { t } = of.translator
  return (
    <Details summary={t('programme.rooms')} open={faults.length > 0 || changed || revision === 0}>
      <form method="post" action={urls.hostProgrammeAct(town, meeting.year, 'rooms')} novalidate>
        <input type="hidden" name="revision" value={`${revision}`} />
        <FormText form={formOf(of, props)} name="rooms" label={t('programme.rooms')} hint={t('programme.hint.rooms')} />
        <Button classes="govuk-button--secondary" preventDoubleClick>
          {t('programme.save')}
        </Button>
      </form>
    </Details>
  )
}

/** The programme as it is written. */
export function ProgrammePage(props: ProgrammePageProps) {
  const { opened, faults, changed, done } = props
  const { of, workplace, meeting } = opened
  const { t } = of.translator
  return (
    <FormFrame
      {...{ of, workplace }}
      title={t('programme.title', { year: `${meeting.year}` })}
      errors={errorsOf(of, faults)}
      changed={changed ? t('programme.changed') : undefined}
      done={done && t(`programme.done.${done}`)}
    >
      <p class="govuk-body">{t('programme.about', { zone: meeting.timeZone })}</p>
      <Rooms {...props} />
      <Sessions {...props} />
      <Release {...props} />
    </FormFrame>
  )
}
