/** Whom a town may ask: an office, how to reach it, and when. */
import type { AskAt, AskHere } from '../../platform/http/env.ts'
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
  readonly askAt: readonly AskAt[]
}

/** At the foot of every page of a town's office, and of the own pages of those who work there. */
export function AskFooter(props: FooterProps) {
  return (
    <footer class="office-ask">
      <div class="govuk-width-container">
        <h2 class="govuk-heading-s">{props.translator.t('asking.footer.title')}</h2>
        {props.askAt.map(({ href, town }) => (
          <p class="govuk-body">
            <a class="govuk-link" href={href}>
              {props.translator.t('questions.ask')}
              {town !== undefined && (
                <>
                  {' · '}
                  <bdi>{town}</bdi>
                </>
              )}
            </a>
          </p>
        ))}
        <AskList {...props} />
      </div>
    </footer>
  )
}
