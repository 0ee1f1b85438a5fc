import { type Content, tokenList } from '../../content.ts'

export type InsetTextProps = { id?: string | undefined; classes?: string | undefined; children: Content }

export function InsetText({ id, classes, children }: InsetTextProps) {
  return (
    <div id={id} class={tokenList('govuk-inset-text', classes)}>
      {children}
    </div>
  )
}
