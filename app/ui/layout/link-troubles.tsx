/** Links that somebody wrote down and that do not lead where they should, each with the places where it stands. */
import type { Translator } from '../../platform/i18n/messages.ts'
import type { TroubleSaid } from '../../platform/net/link-trouble.ts'
import { OutsideLink } from '../components/outside-link/outside-link.tsx'

export interface LinkTroubleView {
  readonly url: string
  readonly trouble: TroubleSaid
  /** Where it is mended; none where the draft does not say it any more. */
  readonly places: readonly { readonly href: string; readonly text: string }[]
}

interface Props {
  readonly translator: Translator
  readonly links: readonly LinkTroubleView[]
}

function Address({ children }: { readonly children: string }) {
  return (
    <OutsideLink href={children} class="govuk-link govuk-!-text-break-word">
      <bdi dir="ltr">{children}</bdi>
    </OutsideLink>
  )
}

function Item({
  translator: { t },
  link: { url, trouble, places },
}: Pick<Props, 'translator'> & { link: LinkTroubleView }) {
  return (
    <li>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{trouble.sentence}</h3>
      <p class="govuk-body govuk-!-margin-bottom-1">
        <Address>{url}</Address>
      </p>
      {trouble.leadsTo && (
        <p class="govuk-body govuk-!-margin-bottom-1">
          {t('watching.findings.leadsTo')} <Address>{trouble.leadsTo}</Address>
        </p>
      )}
      {trouble.seen && <p class="govuk-hint govuk-!-margin-bottom-1">{trouble.seen}</p>}
      {places.length === 0 ? (
        <p class="govuk-body">{t('watching.findings.changed')}</p>
      ) : (
        <p class="govuk-body">
          {t('watching.findings.places')}{' '}
          {places.map(({ href, text }, index) => (
            <>
              {index > 0 && ' · '}
              <a class="govuk-link" href={href}>
                <bdi>{text}</bdi>
              </a>
            </>
          ))}
        </p>
      )}
    </li>
  )
}

/** Nothing where every link is well. */
export function LinkTroubleList({ translator, links }: Props) {
  if (links.length === 0) return null
  const { t } = translator
  return (
    <section aria-labelledby="link-troubles">
      <h2 class="govuk-heading-m" id="link-troubles">
        {t('watching.links.title')}
      </h2>
      <p class="govuk-body">{t('watching.links.about')}</p>
      <ul class="govuk-list govuk-list--spaced">
        {links.map((link) => (
          <Item translator={translator} link={link} />
        ))}
      </ul>
    </section>
  )
}
