import { type Content, tokenList } from '../../content.ts'

/** The help text of a field; the field names it in `aria-describedby` by `id`. */
export function Hint({
  id,
  classes,
  children,
}: {
  id?: string | undefined
  classes?: string | undefined
  children: Content
}) {
  return (
    <div id={id} class={tokenList('govuk-hint', classes)}>
      {children}
    </div>
  )
}
