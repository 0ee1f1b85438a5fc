import { type Content, tokenList } from '../../content.ts'

/** A state in one or two words; `govuk-tag--green`, `--yellow`, `--red`, `--grey` … colour it, the text says it. */
export function Tag({ classes, children }: { classes?: string | undefined; children: Content }) {
  return <strong class={tokenList('govuk-tag', classes)}>{children}</strong>
}
