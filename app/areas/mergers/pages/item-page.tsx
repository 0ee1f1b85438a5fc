import { Button } from '../../../ui/components/button/button.tsx'
import { Checkboxes } from '../../../ui/components/checkboxes/checkboxes.tsx'
import { InsetText } from '../../../ui/components/inset-text/inset-text.tsx'
import { NotificationBanner } from '../../../ui/components/notification-banner/notification-banner.tsx'
import { Radios } from '../../../ui/components/radios/radios.tsx'
import { TextInput } from '../../../ui/components/text-input/text-input.tsx'
import { urls } from '../../../urls.ts'
import type { ItemFault, ItemFields } from '../item-form.ts'
import type { ItemView } from '../present-plan.ts'
import { type PlanFrame, PlanPage } from './plan-frame.tsx'

export interface ItemPageProps {
  readonly frame: PlanFrame
  readonly item: ItemView
  readonly revision: number
  /** Done already: nothing can be changed. */
  readonly applied: boolean
  readonly fields: ItemFields
  /** New ones that may be parts of it. */
  readonly offered: readonly { readonly key: string; readonly name: string; readonly code: string }[]
  readonly fault: ItemFault | undefined
  /** Somebody else has decided meanwhile. */
  readonly changed: boolean
}

type Fields = Pick<ItemPageProps, 'frame' | 'fields' | 'fault' | 'item' | 'offered'>

const errorAt = ({ frame, fault }: Fields, field: ItemFault['field']) =>
  fault?.field === field
    ? { prefix: frame.of.translator.t('checklist.office.form.error'), text: fault.text }
    : undefined

function CodeInput(props: Fields, name: 'into' | 'to') {
  const { frame, fields } = props
  const { t } = frame.of.translator
  return (
    <TextInput
      name={name}
      label={t(`mergers.item.${name}`)}
      hint={t('mergers.item.codeHint')}
      classes="govuk-input--width-20"
      value={fields[name]}
      dir="ltr"
      spellcheck={false}
      error={errorAt(props, name)}
    />
  )
}

/** Several, each by its code or its name. */
function NamesInput(props: Fields, name: 'more' | 'of') {
  const { frame, fields } = props
  const { t } = frame.of.translator
  return (
    <TextInput
      name={name}
      label={t(`mergers.item.${name}`)}
      hint={t('mergers.item.namesHint')}
      value={fields[name]}
      dir="auto"
      spellcheck={false}
      error={errorAt(props, name)}
    />
  )
}

function PartsInput(props: Fields) {
  const { frame, fields, offered } = props
  const { t } = frame.of.translator
  const more = NamesInput(props, 'more')
  if (offered.length === 0) {
    // The summary of faults leads to the one field there is.
    return NamesInput(
      { ...props, fault: props.fault?.field === 'parts' ? { ...props.fault, field: 'more' } : props.fault },
      'more',
    )
  }
  return (
    <>
      <Checkboxes
        name="parts"
        legend={t('mergers.item.parts')}
        legendClasses="govuk-fieldset__legend--s"
        values={fields.parts}
        error={errorAt(props, 'parts')}
        items={offered.map(({ key, name, code }) => ({
          value: key,
          text: <bdi>{name}</bdi>,
          hint: <bdi>{code}</bdi>,
        }))}
      />
      {more}
    </>
  )
}

function choicesOf(props: Fields) {
  const { t } = props.frame.of.translator
  const aside = { value: 'aside', text: t('mergers.item.aside'), hint: t(`mergers.item.aside.${props.item.kind}`) }
  if (props.item.kind === 'added') {
    const part = { value: 'part', text: t('mergers.item.part'), hint: t('mergers.item.part.hint') }
    return [{ value: 'add', text: t('mergers.item.add') }, { ...part, conditional: NamesInput(props, 'of') }, aside]
  }
  if (props.item.kind === 'renamed') return [{ value: 'rename', text: t('mergers.item.rename') }, aside]
  return [
    { value: 'merge', text: t('mergers.item.merge'), conditional: CodeInput(props, 'into') },
    { value: 'split', text: t('mergers.item.split'), conditional: PartsInput(props) },
    { value: 'recode', text: t('mergers.item.recode'), conditional: CodeInput(props, 'to') },
    aside,
  ]
}

/** One thing that the list changes: what it says or suggests, why, and what somebody decides. */
export function ItemPage(props: ItemPageProps) {
  const { frame, item, revision, applied, fields, fault, changed } = props
  const { t } = frame.of.translator
  return (
    <PlanPage
      frame={frame}
      title={item.name}
      back={{ href: urls.officePlan(frame.country), text: t('mergers.item.back') }}
      faults={
        fault
          ? [
              {
                text: fault.text,
                href: `#${fault.field === 'parts' && props.offered.length === 0 ? 'more' : fault.field}`,
              },
            ]
          : []
      }
      first={
        changed && (
          <NotificationBanner
            title={t('checklist.office.conflict.title')}
            role="alert"
            text={t('mergers.item.changed')}
          />
        )
      }
    >
      <p class="govuk-body">
        {t(`mergers.kind.${item.kind}`)} {t('mergers.item.code', { code: item.code })}
      </p>
      <InsetText>
        <p class="govuk-body">
          {item.proposal} {!item.certain && t('mergers.guess')}
        </p>
        {item.reasons.length > 0 && (
          <ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">
            {item.reasons.map((reason) => (
              <li>{reason}</li>
            ))}
          </ul>
        )}
      </InsetText>
      {item.decision && (
        <p class="govuk-body">
          <strong>{item.decision}</strong>
        </p>
      )}
      {applied ? (
        <p class="govuk-body">{t('mergers.item.applied')}</p>
      ) : (
        <form method="post" action={urls.officePlanItem(frame.country, item.number)} novalidate>
          <input type="hidden" name="revision" value={`${revision}`} />
          <Radios
            name="decision"
            legend={t('mergers.item.legend')}
            legendClasses="govuk-fieldset__legend--m"
            value={fields.decision}
            error={errorAt(props, 'decision')}
            items={choicesOf(props)}
          />
          <Button preventDoubleClick>{t('mergers.item.save')}</Button>
        </form>
      )}
    </PlanPage>
  )
}
