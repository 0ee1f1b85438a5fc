import type { Content } from '../../content.ts'
import type { FieldError } from '../error-message/error-message.tsx'
import { Select, type SelectOption } from '../select/select.tsx'

export type ColumnChoicesProps = {
  /** Of somebody's list, in its order. */
  headings: readonly string[]
  /** What a column may stand for; the first one: nothing. */
  items: readonly SelectOption[]
  /** Of a field by its name. */
  value: (name: string) => string
  error: (name: string) => FieldError | undefined
  /** About the column at a position, such as what stands in it. */
  hint?: (index: number) => Content
}

/** For each heading of a list a choice of what it stands for: fields `column-0`, `column-1` and so on. */
export function ColumnChoices({ headings, items, value, error, hint }: ColumnChoicesProps) {
  return (
    <>
      {headings.map((heading, index) => (
        <Select
          name={`column-${index}`}
          label={<bdi>{heading}</bdi>}
          hint={hint?.(index)}
          items={items}
          value={value(`column-${index}`)}
          error={error(`column-${index}`)}
        />
      ))}
    </>
  )
}
