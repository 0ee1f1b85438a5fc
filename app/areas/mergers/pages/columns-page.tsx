import { Button } from '../../../ui/components/button/button.tsx'
import { ColumnChoices } from '../../../ui/components/column-choices/column-choices.tsx'
import { Select } from '../../../ui/components/select/select.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { urls } from '../../../urls.ts'
import type { ListHead } from '../schema.ts'
import { type PlanFrame, PlanPage } from './plan-frame.tsx'

export interface ColumnsPageProps {
  readonly frame: PlanFrame
  /** Of the list that waits: another one may have come meanwhile. */
  readonly id: string
  /** How often it was decided about: the same form sent twice is compared once. */
  readonly turn: number
  readonly name: string
  readonly head: ListHead
  /** Ours to choose from. */
  readonly columns: readonly { readonly value: string; readonly text: string }[]
  /** Headings of the list of movements; undefined where there is none. */
  readonly movements: readonly string[] | undefined
  readonly schemes: readonly string[]
  readonly value: (field: string) => string
  readonly faults: readonly { readonly field: string; readonly text: string }[]
  /** Rows that cannot be read. */
  readonly lines: readonly string[]
}

type Fields = Pick<ColumnsPageProps, 'frame' | 'value' | 'faults'>

const errorIn =
  ({ frame, faults }: Fields) =>
  (name: string) => {
    const fault = faults.find(({ field }) => field === name)
    return fault && { prefix: frame.of.translator.t('checklist.office.form.error'), text: fault.text }
  }

/** Which of their columns hold the old and the new codes. */
function MovementFields({ movements, ...fields }: Fields & Pick<ColumnsPageProps, 'movements'>) {
  const { t } = fields.frame.of.translator
  if (!movements) return null
  return (
    <>
      <h2 class="govuk-heading-m">{t('mergers.columns.movements')}</h2>
      {(['old', 'new', 'date'] as const).map((part) => (
        <Select
          name={`moved-${part}`}
          label={t(`mergers.columns.moved.${part}`)}
          hint={part === 'date' && t('mergers.columns.moved.date.hint')}
          items={[
            { value: '', text: t(part === 'date' ? 'mergers.columns.noDate' : 'checklist.office.import.choose') },
            ...movements.map((heading) => ({ value: heading, text: heading })),
          ]}
          value={fields.value(`moved-${part}`)}
          error={errorIn(fields)(`moved-${part}`)}
        />
      ))}
    </>
  )
}

/** What each column holds; of a list that is read as it is published nothing is asked. */
function Columns({ frame, head, columns, value, faults }: ColumnsPageProps) {
  const { t } = frame.of.translator
  if (head.known !== undefined) return <p class="govuk-body">{t('mergers.columns.known')}</p>
  return (
    <>
      <h2 class="govuk-heading-m">{t('checklist.office.import.columns')}</h2>
      <p class="govuk-body">{t('mergers.columns.about')}</p>
      <ColumnChoices
        headings={head.headings}
        items={[{ value: '', text: t('checklist.office.import.notRead') }, ...columns]}
        value={value}
        error={errorIn({ frame, value, faults })}
        hint={(index) =>
          head.samples[index] && (
            <>
              {t('mergers.columns.sample')} <bdi>{head.samples[index].slice(0, 60)}</bdi>
            </>
          )
        }
      />
    </>
  )
}

/** From when the list holds, and what else is asked about the whole of it. */
function ListFields({ schemes, head, ...fields }: Fields & Pick<ColumnsPageProps, 'schemes' | 'head'>) {
  const { t } = fields.frame.of.translator
  const error = errorIn(fields)
  return (
    <>
      <TextInput
        name="validFrom"
        label={t('mergers.new.validFrom')}
        labelClasses="govuk-label--s"
        hint={t('mergers.new.validFrom.hint')}
        classes="govuk-input--width-10"
        value={fields.value('validFrom')}
        dir="ltr"
        error={error('validFrom')}
      />
      {head.known === undefined && <SchemeAndSource {...fields} schemes={schemes} />}
    </>
  )
}

/** What sort of codes it has, where it is from. */
function SchemeAndSource({ schemes, ...fields }: Fields & Pick<ColumnsPageProps, 'schemes'>) {
  const { t } = fields.frame.of.translator
  const error = errorIn(fields)
  return (
    <>
      <Select
        name="scheme"
        label={t('mergers.columns.scheme')}
        labelClasses="govuk-label--s"
        hint={t('mergers.columns.scheme.hint')}
        items={schemes.map((scheme) => ({ value: scheme, text: scheme }))}
        value={fields.value('scheme')}
        error={undefined}
      />
      <TextInput
        name="source"
        label={t('mergers.columns.source')}
        labelClasses="govuk-label--s"
        hint={t('mergers.columns.source.hint')}
        value={fields.value('source')}
        dir="auto"
        error={error('source')}
      />
    </>
  )
}

/** What the columns of a list hold: as proposed, or as they were decided last in this country. */
export function ColumnsPage(props: ColumnsPageProps) {
  const { frame, id, turn, name, faults, lines } = props
  const { t } = frame.of.translator
  const summary = faults.map(({ field, text }) => ({ text, href: `#${field}` }))
  return (
    <PlanPage
      frame={frame}
      title={t('mergers.columns.title')}
      back={{ href: urls.officePlan(frame.country), text: t('mergers.columns.back') }}
      faults={summary}
    >
      <p class="govuk-body" id="list">
        {t('mergers.columns.list')} <bdi>{name}</bdi>
      </p>
      {lines.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
      <form method="post" action={urls.officePlanAct(frame.country, 'columns')} novalidate>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="turn" value={`${turn}`} />
        <Columns {...props} />
        <MovementFields {...props} />
        <h2 class="govuk-heading-m">{t('mergers.columns.whole')}</h2>
        <ListFields {...props} />
        <Button preventDoubleClick>{t('mergers.new.submit')}</Button>
      </form>
    </PlanPage>
  )
}
