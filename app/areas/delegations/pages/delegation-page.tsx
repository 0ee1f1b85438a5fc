import { Button } from '../../../ui/components/button/button.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { FormFrame, type FormFrameProps } from '../../../ui/layout/form-frame.tsx'
import { urls } from '../../../urls.ts'
import type { OpenDelegation } from '../office/open-sender.ts'
import type { RegistrationState } from '../place-rules.ts'

export interface DelegationPageProps {
  readonly opened: OpenDelegation
  /** It stands in the register, or is invited; others have no delegation. */
  readonly signed: boolean
  readonly state: RegistrationState
  /** In words: until when, from when. */
  readonly stateText: string
  readonly quota: number
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly function: string
    readonly child: boolean
    readonly hasPlace: boolean
  }[]
  /** The host's own system; empty where there is none. */
  readonly conference: string
  readonly done: 'saved' | 'taken-out' | undefined
}

function People({ opened, people }: DelegationPageProps) {
  const { from, meeting, of } = opened
  const { t } = of.translator
  return (
    <ul class="govuk-list govuk-list--spaced">
      {people.map(({ id, name, function: role, child, hasPlace }) => (
        <li>
          <a class="govuk-link govuk-!-font-weight-bold" href={urls.delegate(from.place, meeting.year, id)}>
            <bdi>{name}</bdi>
          </a>{' '}
          {hasPlace ? (
            <Tag classes="govuk-tag--green">{t('delegation.place')}</Tag>
          ) : (
            <Tag classes="govuk-tag--yellow">{t('delegation.waits')}</Tag>
          )}
          <br />
          <bdi>{child ? t('delegation.child') : role}</bdi>
        </li>
      ))}
    </ul>
  )
}

/** What somebody who comes registers of its people. */
export function DelegationPage(props: DelegationPageProps) {
  const { opened, signed, state, stateText, quota, people, conference, done } = props
  const { of, workplace, from, meeting, name: whose } = opened
  const { t } = of.translator
  const { year } = meeting
  return (
    <FormFrame
      {...{ of, workplace }}
      title={t('delegation.title', { year: `${year}` })}
      caption={whose}
      done={done && t(`delegation.done.${done}`)}
    >
      {signed ? (
        <>
          <InsetText>{stateText}</InsetText>
          <p class="govuk-body">{t('delegation.about')}</p>
          <p class="govuk-body">{t('delegation.quota', { count: quota })}</p>
          {people.length === 0 && <p class="govuk-body">{t('delegation.none')}</p>}
          <People {...props} />
          {state === 'open' && (
            <>
              <Button href={urls.delegateNew(from.place, year, 'adult')}>{t('delegation.add')}</Button>{' '}
              {people.some(({ child }) => !child) && (
                <Button classes="govuk-button--secondary" href={urls.delegateNew(from.place, year, 'child')}>
                  {t('delegation.addChild')}
                </Button>
              )}
            </>
          )}
          {conference !== '' && (
            <p class="govuk-body">
              <a class="govuk-link" href={conference}>
                {t('delegation.conference')}
              </a>
            </p>
          )}
        </>
      ) : (
        <p class="govuk-body">{t('delegation.notSigned')}</p>
      )}
    </FormFrame>
  )
}

export interface MeetingsPageProps extends Pick<FormFrameProps, 'of' | 'workplace'> {
  readonly meetings: readonly {
    /** How far registration is. */
    readonly said: string
    readonly links: readonly { readonly text: string; readonly href: string }[]
  }[]
}

/** To which meetings an association can send people, and what it took part in. */
export function MeetingsPage({ of, workplace, meetings }: MeetingsPageProps) {
  const { t } = of.translator
  return (
    <FormFrame {...{ of, workplace }} title={t('meeting.title')}>
      {meetings.length === 0 && <p class="govuk-body">{t('delegation.noMeeting')}</p>}
      <ul class="govuk-list govuk-list--spaced">
        {meetings.map(({ said, links }) => (
          <li>
            {links.map(({ text, href }) => (
              <>
                <a class="govuk-link" href={href}>
                  {text}
                </a>
                <br />
              </>
            ))}
            {said}
          </li>
        ))}
      </ul>
    </FormFrame>
  )
}
