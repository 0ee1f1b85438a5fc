import type { Content } from '../../content.ts'
import { CallButton, type PhoneNumberProps } from '../call-button/call-button.tsx'

/** One line of help, every text already in the reader's language. */
export type HelpNumber = PhoneNumberProps & {
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

const toAnotherSite = { rel: 'noreferrer nofollow external' }

function HelpLine({ number, dial, kind, emergency, name, details, link }: HelpNumber) {
  return (
    <li class={emergency ? 'em' : undefined}>
      <strong>{kind}</strong>
      <CallButton number={number} dial={dial} context={`${kind}:`} look="tel" />
      {name && <p>{name}</p>}
      {details.map((line) => (
        <p class="dim">{line}</p>
      ))}
      {link && (
        <p>
          <a href={link.href} {...toAnotherSite}>
            {link.text}
          </a>
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
