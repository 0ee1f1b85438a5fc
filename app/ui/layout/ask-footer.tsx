/** Whom a town may ask: an office, how to reach it, and when. */
import type { AskHere } from '../../platform/http/env.ts'
import type { Translator } from '../../platform/i18n/messages.ts'

function Reach({ one }: { one: AskHere }) {
  const { email, phone } = one
  const number = phone && <bdi dir="ltr">{phone.number}</bdi>
  return (
    <>
      {email && (
        <p class="govuk-body">
          <a class="govuk-link" href={`mailto:${email}`}>
            <bdi dir="ltr">{email}</bdi>
          </a>
        </p>
      )}
      {phone && (
        <p class="govuk-body">
          {phone.dial === null ? (
            number
          ) : (
            <a class="govuk-link" href={`tel:${phone.dial}`}>
              {number}
            </a>
          )}
        </p>
      )}
    </>
  )
}

/** Each office with how and when to reach it. */
export function AskList({ translator: { t }, ask }: AskFooterProps) {
  return (
    <>
      {ask.map((one) => (
        <address class="office-asked">
          <p class="govuk-body">
            <strong>
              <bdi>{one.office}</bdi>
            </strong>
            {one.of !== one.office && (
              <>
                {' · '}
                <bdi>{one.of}</bdi>
              </>
            )}
          </p>
          <Reach one={one} />
          {one.hours && <p class="govuk-hint">{one.hours}</p>}
          {one.languages && <p class="govuk-hint">{t('asking.footer.languages', { languages: one.languages })}</p>}
        </address>
      ))}
    </>
  )
}

interface AskFooterProps {
  readonly translator: Translator
  readonly ask: readonly AskHere[]
}

interface FooterProps extends AskFooterProps {
  /** Where one asks here. */
  readonly askHref: string | undefined
}

/** At the foot of every page of a town's office. */
export function AskFooter(props: FooterProps) {
  return (
    <footer class="office-ask">
      <div class="govuk-width-container">
        <h2 class="govuk-heading-s">{props.translator.t('asking.footer.title')}</h2>
        {props.askHref !== undefined && (
          <p class="govuk-body">
            <a class="govuk-link" href={props.askHref}>
              {props.translator.t('questions.ask')}
            </a>
          </p>
        )}
        <AskList {...props} />
      </div>
    </footer>
  )
}
