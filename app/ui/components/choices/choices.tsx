import { type Content, tokenList } from '../../content.ts'
import type { FieldError } from '../error-message/error-message.tsx'
import { Fieldset } from '../fieldset/fieldset.tsx'
import { FormGroup, HintAndError } from '../form-group/form-group.tsx'
import { Hint } from '../hint/hint.tsx'
import { Label } from '../label/label.tsx'

export type Choice = {
  value: string
  text: Content
  hint?: Content
  checked?: boolean | undefined
  disabled?: boolean | undefined
  /** Made from the set's id and the place in the list when left out. */
  id?: string | undefined
  /** Fields that only matter with this choice. They are always shown where no script runs. */
  conditional?: Content
}
export type ChoiceDivider = { divider: string }

/** What radios and checkboxes share. */
export type ChoicesProps = {
  name: string
  /** The id of the first control, where the error summary links to; `name` when left out. */
  idPrefix?: string | undefined
  legend?: Content
  legendClasses?: string | undefined
  pageHeading?: boolean | undefined
  hint?: Content
  error?: FieldError | undefined
  describedBy?: string | undefined
  classes?: string | undefined
  groupClasses?: string | undefined
  items: readonly (Choice | ChoiceDivider)[]
}

/** The two kinds of set, with the word that their class names are made of. */
type Kind = { type: 'radio'; block: 'govuk-radios' } | { type: 'checkbox'; block: 'govuk-checkboxes' }

type ChoiceItemProps = {
  kind: Kind
  name: string
  id: string
  item: Choice
  checked: boolean
  describedBy?: string | undefined
}

function ChoiceItem({ kind: { type, block }, name, id, item, checked, describedBy }: ChoiceItemProps) {
  const hintId = item.hint ? `${id}-item-hint` : undefined
  return (
    <>
      <div class={`${block}__item`}>
        <input
          class={`${block}__input`}
          id={id}
          name={name}
          type={type}
          value={item.value}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={item.conditional ? `conditional-${id}` : undefined}
          aria-describedby={tokenList(describedBy, hintId)}
        />
        <Label for={id} classes={`${block}__label`}>
          {item.text}
        </Label>
        {hintId && (
          <Hint id={hintId} classes={`${block}__hint`}>
            {item.hint}
          </Hint>
        )}
      </div>
      {item.conditional && (
        <div
          class={tokenList(`${block}__conditional`, !checked && `${block}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  )
}

type ChoiceSetProps = {
  kind: Kind
  set: ChoicesProps
  chosen: readonly string[]
  /** Describes each control where there is no fieldset to describe. */
  itemDescribedBy?: string | undefined
}

/** A set of radios or checkboxes with its legend, hint and error. */
export function ChoiceSet({ kind, set, chosen, itemDescribedBy }: ChoiceSetProps) {
  const prefix = set.idPrefix ?? set.name
  const describedBy = tokenList(set.describedBy, Boolean(set.hint) && `${prefix}-hint`, set.error && `${prefix}-error`)
  const inner = (
    <>
      <HintAndError id={prefix} hint={set.hint} error={set.error} />
      <div class={tokenList(kind.block, set.classes)} data-module={kind.block}>
        {set.items.map((item, index) =>
          'divider' in item ? (
            <div class={`${kind.block}__divider`}>{item.divider}</div>
          ) : (
            <ChoiceItem
              kind={kind}
              name={set.name}
              id={item.id ?? (index === 0 ? prefix : `${prefix}-${index + 1}`)}
              item={item}
              checked={item.checked ?? chosen.includes(item.value)}
              describedBy={itemDescribedBy}
            />
          ),
        )}
      </div>
    </>
  )
  const { legend, legendClasses, pageHeading } = set
  return (
    <FormGroup invalid={set.error !== undefined} classes={set.groupClasses}>
      {legend ? (
        <Fieldset legend={legend} legendClasses={legendClasses} pageHeading={pageHeading} describedBy={describedBy}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </FormGroup>
  )
}
