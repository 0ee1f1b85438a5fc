import { Button } from '../../../ui/components/button/button.tsx'
import { SummaryList } from '../../../ui/components/summary-list/summary-list.tsx'
import { Tag } from '../../../ui/components/tag/tag.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { Textarea } from '../../../ui/components/textarea/textarea.tsx'
import type { Content } from '../../../ui/content.ts'
import { urls } from '../../../urls.ts'
import type { DoneNotice } from '../office-request.ts'
import { errorOf, type PactFrame, PactPageFrame, type ToldFault } from './pact-frame.tsx'

interface CaseLine {
  readonly name: string
  readonly country: string
  readonly href: string
  readonly status: 'draft' | 'submitted' | 'returned' | 'signed'
  readonly due: string
  readonly urgency: 'soon' | 'late' | undefined
  /** One person has agreed. */
  readonly agreed: boolean
  /** It is the reader who has. */
  readonly mine: boolean
  readonly conflict: boolean
  readonly proved: boolean
}

export interface QueuePageProps {
  readonly frame: PactFrame
  readonly cases: readonly CaseLine[]
  readonly letters: readonly { readonly name: string; readonly href: string }[]
  readonly reaffirmations: readonly { readonly name: string; readonly href: string; readonly due: string }[]
  readonly bodies: readonly {
    readonly id: string
    readonly name: string
    readonly web: string
    readonly country: string
    readonly askedOn: string
  }[]
  readonly typed: { readonly id: string; readonly words: string }
  readonly number: string
  readonly faults: readonly ToldFault[]
  readonly done: DoneNotice | undefined
}

const link = (href: string, name: string): Content => (
  <a class="govuk-link" href={href}>
    <bdi>{name}</bdi>
  </a>
)

function Standing({ frame, one }: { frame: PactFrame; one: CaseLine }) {
  const { t } = frame.of.translator
  const tags: readonly (readonly [said: string, colour: string] | undefined)[] = [
    [t(`signing.status.${one.status}`), one.status === 'returned' ? 'yellow' : 'blue'],
    one.urgency && [t(`signing.desk.${one.urgency}`), one.urgency === 'late' ? 'red' : 'orange'],
    one.agreed ? [t(one.mine ? 'signing.desk.mine' : 'signing.desk.oneAgreed'), 'turquoise'] : undefined,
    one.status === 'submitted' && !one.proved ? [t('signing.desk.unproved'), 'grey'] : undefined,
    one.conflict ? [t('signing.desk.conflict'), 'grey'] : undefined,
  ]
  return (
    <ul class="govuk-list">
      {tags.flatMap((one) =>
        one
          ? [
              <li>
                <Tag classes={`govuk-tag--${one[1]}`}>{one[0]}</Tag>
              </li>,
            ]
          : [],
      )}
    </ul>
  )
}

function Cases({ frame, cases }: QueuePageProps) {
  const { t } = frame.of.translator
  if (cases.length === 0) return <p class="govuk-body">{t('signing.desk.none')}</p>
  return (
    <>
      <h2 class="govuk-heading-m">{t('signing.desk.cases')}</h2>
      <SummaryList
        rows={cases.map((one) => ({
          key: (
            <>
              {link(one.href, one.name)}, {one.country}
            </>
          ),
          value: (
            <>
              {one.due !== '' && <p class="govuk-body">{t('signing.desk.due', { date: one.due })}</p>}
              <Standing frame={frame} one={one} />
            </>
          ),
        }))}
      />
    </>
  )
}

function Bodies({ frame, bodies, typed, faults }: QueuePageProps) {
  const { t } = frame.of.translator
  if (bodies.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('signing.desk.bodies')}</h2>
      <p class="govuk-body">{t('signing.desk.bodiesAbout')}</p>
      {bodies.map((one) => (
        <form method="post" action={urls.pactBodyAnswer()} novalidate>
          <h3 class="govuk-heading-s">
            <bdi>{one.name}</bdi>, {one.country}
          </h3>
          {one.web !== '' && (
            <p class="govuk-body">
              <bdi dir="ltr">{one.web}</bdi>
            </p>
          )}
          <p class="govuk-hint">{t('signing.desk.askedOn', { date: one.askedOn })}</p>
          <input type="hidden" name="request" value={one.id} />
          <Textarea
            name="words"
            id={`words-${one.id}`}
            label={t('signing.desk.answer')}
            rows={3}
            dir="auto"
            value={typed.id === one.id ? typed.words : ''}
            error={errorOf(frame, faults, `words-${one.id}`)}
          />
          <Button classes="govuk-button--secondary" preventDoubleClick>
            {t('signing.desk.sendAnswer')}
          </Button>
        </form>
      ))}
    </>
  )
}

/** The secretariat's desk: what waits, with its days. */
export function QueuePage(props: QueuePageProps) {
  const { frame, letters, reaffirmations, number, faults, done } = props
  const { t } = frame.of.translator
  return (
    <PactPageFrame
      frame={frame}
      title={t('signing.desk.title')}
      faults={faults}
      done={done && t(`signing.done.${done}`)}
    >
      <Cases {...props} />
      {letters.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('signing.desk.letters')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {letters.map((one) => (
              <li>{link(one.href, one.name)}</li>
            ))}
          </ul>
        </>
      )}
      {reaffirmations.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{t('signing.desk.reaffirmations')}</h2>
          <ul class="govuk-list govuk-list--bullet">
            {reaffirmations.map((one) => (
              <li>
                {link(one.href, one.name)}, {t('signing.stations.until', { date: one.due })}
              </li>
            ))}
          </ul>
        </>
      )}
      <Bodies {...props} />
      <p class="govuk-body">
        <a class="govuk-link" href={urls.electionCountries()}>
          {t('signing.elections.elsewhere')}
        </a>
      </p>
      <form method="get" action={urls.pactSignatoryFind()}>
        <h2 class="govuk-heading-m">{t('signing.entry.title')}</h2>
        <TextInput
          name="number"
          label={t('signing.desk.number')}
          hint={t('signing.desk.numberHint')}
          inputmode="numeric"
          classes="govuk-input--width-5"
          value={number}
          error={errorOf(frame, faults, 'number')}
        />
        <Button classes="govuk-button--secondary">{t('signing.desk.openEntry')}</Button>
      </form>
    </PactPageFrame>
  )
}
