import type { Content } from '../../content.ts'
import { CallButton } from '../call-button/call-button.tsx'
import { OutsideLink } from '../outside-link/outside-link.tsx'

/** One line of help, every text already in the reader's language. */
export type HelpNumber = {
  /** As a reader should see it; null for a line that has only an address. */
  number: string | null
  /** What a phone dials; null where nothing may be dialled. */
  dial: string | null
  /** "Emergency", "Child helpline". */
  kind: string
  /** The one number for danger now; it alone has the warm colour. */
  emergency?: boolean | undefined
  /** Who answers. */
  name?: Content
  /** Channels, hours, cost, bill, when confirmed: a line each. */
  details: readonly Content[]
  link?: { href: string; text: Content } | undefined
}

export type HelpNumbersProps = {
  title: Content
  /** Needed where a page holds two blocks. */
  id?: string | undefined
  numbers: readonly HelpNumber[]
  /** After the numbers: what to do where none fits. */
  children?: Content
}

function HelpLine({ number, dial, kind, emergency, name, details, link }: HelpNumber) {
  return (
    <li class={emergency ? 'em' : undefined}>
      <strong>{kind}</strong>
      {number !== null && <CallButton number={number} dial={dial} context={`${kind}:`} look="tel" />}
      {name && <p>{name}</p>}
      {details.map((line) => (
        <p class="dim">{line}</p>
      ))}
      {link && (
        <p>
          <OutsideLink href={link.href}>{link.text}</OutsideLink>
        </p>
      )}
    </li>
  )
}

/** The numbers of the page's country: first on every public page, in the same place, without script. */
export function HelpNumbers({ title, id = 'help-now', numbers, children }: HelpNumbersProps) {
  return (
    <section class="sos" data-help-numbers aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {numbers.map((line) => (
          <HelpLine {...line} />
        ))}
      </ul>
      {children}
    </section>
  )
}
