import type { OfficeFor } from '../../../platform/http/env.ts'
import { Button } from '../../../ui/components/button/button.tsx'
import { ErrorSummary } from '../../../ui/components/error-summary/error-summary.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { Table } from '../../../ui/components/table/table.tsx'
import type { Content } from '../../../ui/content.ts'
import { OfficeFrame, type OfficeFrameProps } from '../../../ui/layout/office-frame.tsx'
import { urls } from '../../../urls.ts'
import { type SupportState, supportDays } from '../support-rules.ts'

type Town = Parameters<typeof urls.officeTown>[0]

export interface SupportView {
  readonly id: string
  readonly name: string
  /** `none`: neither asked nor given. */
  readonly state: Exclude<SupportState, 'over'> | 'none'
  /** In words, where there is one: who asked, and until when it runs. */
  readonly asked: { readonly by: string; readonly at: string } | undefined
  readonly until: string | undefined
}

export interface SupportPageProps {
  readonly of: OfficeFor
  readonly workplace: OfficeFrameProps['workplace']
  readonly town: Town
  readonly associations: readonly SupportView[]
  /** Newest first. */
  readonly looks: readonly { readonly who: string; readonly what: string; readonly when: string }[]
  readonly done: 'given' | 'ended' | undefined
  /** The association whose form said no number of days. */
  readonly refused: string | undefined
}

function Form({ action, association, children }: { action: string; association: string; children: Content }) {
  return (
    <form method="post" action={action} novalidate>
      <input type="hidden" name="association" value={association} />
      {children}
    </form>
  )
}

const daysId = (association: string) => `days-${association}`

function Give({ of, town, refused, one }: Pick<SupportPageProps, 'of' | 'town' | 'refused'> & { one: SupportView }) {
  const { t } = of.translator
  const error = { prefix: t('checklist.office.form.error'), text: t('support.page.daysMissing') }
  return (
    <Form action={urls.officeSupportGive(town)} association={one.id}>
      <Radios
        name="days"
        idPrefix={daysId(one.id)}
        legend={t('support.page.days')}
        error={refused === one.id ? error : undefined}
        items={supportDays.map((days) => ({ value: `${days}`, text: t('support.page.dayCount', { days }) }))}
      />
      <Button preventDoubleClick>{t('support.page.give')}</Button>
    </Form>
  )
}

function End({ of, town, one }: Pick<SupportPageProps, 'of' | 'town'> & { one: SupportView }) {
  const { t } = of.translator
  return (
    <Form action={urls.officeSupportEnd(town)} association={one.id}>
      <Button
        classes={one.state === 'running' ? 'govuk-button--warning' : 'govuk-button--secondary'}
        preventDoubleClick
      >
        {t(one.state === 'running' ? 'support.page.end' : 'support.page.decline')}
      </Button>
    </Form>
  )
}

function Association(props: SupportPageProps & { one: SupportView }) {
  const { of, one } = props
  const { t } = of.translator
  return (
    <section aria-labelledby={`association-${one.id}`}>
      <h2 class="govuk-heading-m" id={`association-${one.id}`}>
        <bdi>{one.name}</bdi>
      </h2>
      {one.asked && <p class="govuk-body">{t('support.page.asked', { person: one.asked.by, when: one.asked.at })}</p>}
      {one.until && (
        <p class="govuk-body">
          <strong>{t('support.page.until', { until: one.until })}</strong>
        </p>
      )}
      {one.state !== 'running' && <Give {...props} />}
      {one.state !== 'none' && <End {...props} />}
    </section>
  )
}

function Looks({ of, looks }: Pick<SupportPageProps, 'of' | 'looks'>) {
  const { t } = of.translator
  return (
    <section aria-labelledby="looks">
      <h2 class="govuk-heading-m" id="looks">
        {t('support.page.looks')}
      </h2>
      {looks.length === 0 ? (
        <p class="govuk-body">{t('support.page.noLooks')}</p>
      ) : (
        <Table
          head={[
            { content: t('trail.csv.when') },
            { content: t('trail.csv.who') },
            { content: t('support.page.what') },
          ]}
          rows={looks.map(({ who, what, when }) => [
            { content: when },
            { content: <bdi>{who}</bdi> },
            { content: <bdi>{what}</bdi> },
          ])}
        />
      )}
    </section>
  )
}

/** Who may look at the town's office, until when, and what they have looked at. */
export function SupportPage(props: SupportPageProps) {
  const { of, workplace, associations, done, refused } = props
  const { t } = of.translator
  return (
    <OfficeFrame
      of={of}
      title={t('support.page.title')}
      workplace={workplace}
      done={done && t(`support.page.done.${done}`)}
      refused={refused !== undefined}
      first={
        refused !== undefined && (
          <ErrorSummary
            title={t('checklist.office.form.errors')}
            errors={[{ text: t('support.page.daysMissing'), href: `#${daysId(refused)}` }]}
          />
        )
      }
    >
      <p class="govuk-body">{t('support.page.about')}</p>
      {associations.length === 0 && <p class="govuk-body">{t('support.page.noAssociation')}</p>}
      {associations.map((one) => (
        <Association {...props} one={one} />
      ))}
      <Looks {...props} />
    </OfficeFrame>
  )
}
