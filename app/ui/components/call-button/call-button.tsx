import type { Content } from '../../content.ts'

export type PhoneNumberProps = {
  /** As a reader should see it: `116 111`. */
  number: string
  /** What a phone dials: `116111`, `+31201234567`. Null for a number kept for fiction, which must never ring anywhere. */
  dial: string | null
}

export type CallButtonProps = PhoneNumberProps & {
  /** Seen before the number: "Call". */
  label?: Content
  /** Only heard before the number, where the page shows it beside: "Child helpline:". */
  context?: string | undefined
  /** `tel` for the help numbers, `call` for a service. */
  look?: 'call' | 'tel' | undefined
}

/**
 * A number to press, or one that is only read. Left to right in every script: a browser otherwise turns the groups of
 * `116 111` round in an Arabic page.
 */
export function CallButton({ number, dial, label, context, look = 'call' }: CallButtonProps) {
  const inner = (
    <>
      {context && <span class="vh">{context} </span>}
      {label && <span>{label}</span>}
      <bdi dir="ltr">{number}</bdi>
    </>
  )
  if (dial === null) return <span class={look === 'tel' ? 'num' : 'call'}>{inner}</span>
  return (
    <a class={look} href={`tel:${dial}`}>
      {inner}
    </a>
  )
}
