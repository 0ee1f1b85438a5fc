import { NotificationBanner } from '../../../../ui/components/notification-banner/notification-banner.tsx'
import { SummaryList } from '../../../../ui/components/summary-list/summary-list.tsx'
import { urls } from '../../../../urls.ts'
import type { Side } from '../../duplicates/merge-rules.ts'
import type { PairFact } from '../present-pair.ts'
import { FormErrors, type FormView, RadioField } from './fields.tsx'
import { Lines } from './lines.tsx'
import { type Frame, OfficeForm, OfficePage } from './office-page.tsx'
import type { NamedService } from './same-list-page.tsx'

export interface SamePairPageProps {
  readonly frame: Frame
  readonly one: NamedService
  readonly other: NamedService
  /** What differs. */
  readonly facts: readonly PairFact[]
  readonly view: FormView
  readonly seen: string
  /** One of the two was changed while somebody looked. */
  readonly changed: boolean
}

export const staysField = 'stays'
export const choiceField = (group: string): string => `fact-${group}`

const linesOf = (values: readonly string[]): string[] => values.flatMap((value) => value.split('\n'))

/** "1 · Name" and "2 · Name": two that look the same are told apart by their number. */
function sideNames({ frame, one, other }: Pick<SamePairPageProps, 'frame' | 'one' | 'other'>): Record<Side, string> {
  const { t } = frame.translator
  const named = (number: string, { name, by }: NamedService) =>
    by === undefined
      ? t('checklist.office.same.side', { number, service: name })
      : t('checklist.office.same.sideBy', { number, service: name, authority: by })
  return { one: named('1', one), other: named('2', other) }
}

function Choices(props: SamePairPageProps) {
  const { frame, facts, view } = props
  const { t } = frame.translator
  const names = sideNames(props)
  const shown = (values: readonly string[]) =>
    values.length === 0 ? t('checklist.office.conflict.nothing') : <Lines values={linesOf(values)} />
  return (
    <>
      <RadioField
        view={view}
        name={staysField}
        legend={t('checklist.office.same.stays')}
        legendClasses="govuk-fieldset__legend--m"
        hint={t('checklist.office.same.staysHint')}
        items={[
          { value: 'one', text: <bdi>{names.one}</bdi> },
          { value: 'other', text: <bdi>{names.other}</bdi> },
        ]}
      />
      {facts.map(({ group, label, one, other }) => (
        <RadioField
          view={view}
          name={choiceField(group)}
          legend={t('checklist.office.conflict.which', { field: label })}
          items={[
            { value: 'one', text: <bdi>{names.one}</bdi>, hint: shown(one) },
            { value: 'other', text: <bdi>{names.other}</bdi>, hint: shown(other) },
          ]}
        />
      ))}
    </>
  )
}

/** Where the other is somebody else's, there is nothing to choose: the town cannot change it. */
function Compared({ frame, one, other, facts }: SamePairPageProps) {
  const { t } = frame.translator
  const names = sideNames({ frame, one, other })
  if (facts.length === 0) return <p class="govuk-body">{t('checklist.office.same.allEqual')}</p>
  const side = (name: string, values: readonly string[]) => (
    <div class="office-compared">
      <span class="office-compared__side">
        <bdi>{name}</bdi>
      </span>
      {values.length === 0 ? t('checklist.office.conflict.nothing') : <Lines values={linesOf(values)} />}
    </div>
  )
  return (
    <SummaryList
      rows={facts.map((fact) => ({
        key: fact.label,
        value: (
          <>
            {side(names.one, fact.one)}
            {side(names.other, fact.other)}
          </>
        ),
      }))}
    />
  )
}

function NotSame({ frame, one, other, seen }: SamePairPageProps) {
  const { t } = frame.translator
  return (
    <form method="post" action={urls.officeNotSame(frame.town, one.id, other.id)}>
      <h2 class="govuk-heading-m">{t('checklist.office.same.notTitle')}</h2>
      <p class="govuk-body">{t('checklist.office.same.notAbout')}</p>
      <input type="hidden" name="revision" value={seen} />
      <button type="submit" class="govuk-button govuk-button--secondary">
        {t('checklist.office.same.not')}
      </button>
    </form>
  )
}

/** Two services side by side: which one stays, what holds of the rest; or that they are two. */
export function SamePairPage(props: SamePairPageProps) {
  const { frame, other, view, seen, changed } = props
  const { t } = frame.translator
  const theirs = other.by !== undefined
  return (
    <OfficePage
      frame={frame}
      title={t('checklist.office.same.pairTitle')}
      section="checklist"
      refused={changed || view.faults.length > 0}
      back={{ href: urls.officeSame(frame.town), text: t('checklist.office.same.title') }}
      first={
        <>
          <FormErrors view={view} />
          {changed && (
            <NotificationBanner
              title={t('checklist.office.conflict.title')}
              role="alert"
              text={t('checklist.office.same.changed')}
            />
          )}
        </>
      }
    >
      <p class="govuk-body">
        {theirs
          ? t('checklist.office.same.theirsAbout', { authority: other.by ?? '' })
          : t('checklist.office.same.pairAbout')}
      </p>
      <p class="govuk-body">{t('checklist.office.same.afterwards')}</p>
      {(theirs || frame.of.support) && <Compared {...props} />}
      {!frame.of.support && (
        <>
          <OfficeForm
            of={frame.of}
            revision={seen}
            submit={t(theirs ? 'checklist.office.same.takeOut' : 'checklist.office.same.merge')}
          >
            {!theirs && <Choices {...props} />}
          </OfficeForm>
          <NotSame {...props} />
        </>
      )}
    </OfficePage>
  )
}
