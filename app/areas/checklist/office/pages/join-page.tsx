import { Checkboxes } from '../../../../ui/components/checkboxes/checkboxes.tsx'
import { ErrorSummary } from '../../../../ui/components/error-summary/error-summary.tsx'
import { NotificationBanner } from '../../../../ui/components/notification-banner/notification-banner.tsx'
import { Radios } from '../../../../ui/components/radios/radios.tsx'
import { SummaryList } from '../../../../ui/components/summary-list/summary-list.tsx'
import type { Content } from '../../../../ui/content.ts'
import { urls } from '../../../../urls.ts'
import type { JoinFault } from '../../joining/joining-rules.ts'
import type { ComparedFact, Entry } from '../present-joining.ts'
import { type Frame, OfficeForm, OfficePage } from './office-page.tsx'

interface Shown {
  readonly frame: Frame
  readonly entries: readonly Entry[]
  readonly facts: readonly ComparedFact[]
  /** Of what is shown: sent with the form. */
  readonly seen: string
  /** Somebody changed one of the entries meanwhile. */
  readonly changed: boolean
}

/** Under each other, for narrow screens: what all say once, what differs with the name before it. */
function Facts({ frame, entries, facts }: Shown) {
  const nothing = frame.translator.t('checklist.office.conflict.nothing')
  const nameOf = (key: string) => entries.find((entry) => entry.key === key)?.name ?? ''
  const lines = (values: readonly string[]) =>
    values.length === 0 ? nothing : values.flatMap((value, index) => [index > 0 && <br />, <bdi>{value}</bdi>])
  return (
    <SummaryList
      rows={facts.map(({ label, alike, each }) => ({
        key: label,
        value: alike
          ? lines(alike)
          : each.map(({ key, values }) => (
              <div class="office-compared">
                <span class="office-compared__side">
                  <bdi>{nameOf(key)}</bdi>
                </span>
                {lines(values)}
              </div>
            )),
      }))}
    />
  )
}

interface FrameProps {
  shown: Shown
  title: string
  about: string
  fault: { text: string; href: string } | undefined
  children: Content
}

function JoinFrame({ shown, title, about, fault, children }: FrameProps) {
  const { frame, seen, changed } = shown
  const { t } = frame.translator
  const banner = changed && (
    <NotificationBanner title={t('approval.problem.title')} role="alert" text={t('joining.changed')} />
  )
  const summary = fault && <ErrorSummary title={t('checklist.office.form.errors')} errors={[fault]} />
  return (
    <OfficePage
      frame={frame}
      title={title}
      caption={t('joining.title')}
      section="checklist"
      refused={changed || fault !== undefined}
      back={{ href: urls.officeJoining(frame.town), text: t('joining.title') }}
      first={summary ?? banner}
    >
      <p class="govuk-body">{about}</p>
      <Facts {...shown} />
      <OfficeForm of={frame.of} revision={seen} submit={t('joining.save')}>
        {children}
      </OfficeForm>
    </OfficePage>
  )
}

export interface JoinServicesPageProps extends Shown {
  readonly title: string
  /** Those that somebody has to decide about; the others are the town's own. */
  readonly open: readonly Entry[]
  /** What was chosen, by id. */
  readonly chosen: ReadonlyMap<string, string>
  readonly different: boolean
  readonly fault: JoinFault | undefined
}

/** Entries that look like one service, or one alone: which of them stay. */
export function JoinServicesPage({ title, open, chosen, different, fault, ...shown }: JoinServicesPageProps) {
  const { t } = shown.frame.translator
  const text = fault && t(`joining.fault.${fault}`)
  const [missing] = open.filter(({ key }) => !chosen.has(key))
  const href = fault === 'confidential' ? '#different' : `#keep-${missing?.key ?? open[0]?.key}`
  const error = text === undefined ? undefined : { prefix: t('checklist.office.form.error'), text }
  return (
    <JoinFrame
      shown={shown}
      title={title}
      about={t(shown.entries.length > 1 ? 'joining.several' : 'joining.one')}
      fault={text === undefined ? undefined : { text, href }}
    >
      {open.map(({ key, name, shared }) => (
        <Radios
          name={`keep-${key}`}
          legend={<bdi>{name}</bdi>}
          legendClasses="govuk-fieldset__legend--s"
          value={chosen.get(key)}
          error={fault === 'undecided' && !chosen.has(key) ? error : undefined}
          items={[
            { value: 'keep', text: t('joining.keep') },
            {
              value: 'leave',
              text: t(shared ? 'joining.leave.notOurs' : 'joining.leave'),
              ...(shown.entries.length > 1 ? { hint: t('joining.leave.hint') } : {}),
            },
          ]}
        />
      ))}
      {(fault === 'confidential' || different) && (
        <Checkboxes
          name="different"
          values={different ? ['yes'] : []}
          error={fault === 'confidential' ? error : undefined}
          items={[{ value: 'yes', text: t('joining.different'), hint: t('joining.different.hint') }]}
        />
      )}
    </JoinFrame>
  )
}

export interface JoinTextsPageProps extends Shown {
  readonly title: string
  readonly about: string
  /** What can be taken, by the id of its town. */
  readonly choices: readonly Entry[]
  /** The town has said something itself, which stays if nothing is taken. */
  readonly own: boolean
  readonly chosen: string
  readonly fault: boolean
}

/** An answer or the introduction: whose is taken. */
export function JoinTextsPage({ title, about, choices, own, chosen, fault, ...shown }: JoinTextsPageProps) {
  const { t } = shown.frame.translator
  const text = fault ? t('joining.fault.undecided') : undefined
  return (
    <JoinFrame
      shown={shown}
      title={title}
      about={about}
      fault={text === undefined ? undefined : { text, href: '#take' }}
    >
      <Radios
        name="take"
        legend={t('joining.take')}
        legendClasses="govuk-fieldset__legend--m"
        value={chosen}
        error={text === undefined ? undefined : { prefix: t('checklist.office.form.error'), text }}
        items={[
          ...choices.map(({ key, name }) => ({ value: key, text: t('joining.takeFrom', { town: name }) })),
          { value: 'none', text: t(own ? 'joining.takeOwn' : 'joining.takeNone') },
        ]}
      />
    </JoinFrame>
  )
}
