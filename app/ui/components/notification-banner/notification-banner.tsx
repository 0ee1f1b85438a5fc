import { type Content, tokenList } from '../../content.ts'

export type NotificationBannerProps = {
  title: Content
  /** Needed where a page holds two banners. */
  titleId?: string | undefined
  headingLevel?: 2 | 3 | undefined
  /** A success is announced at once; anything else is a landmark. */
  type?: 'success' | undefined
  role?: 'alert' | 'region' | undefined
  classes?: string | undefined
  /** One line, set large. */
  text?: string | undefined
  /** Anything longer, instead of `text`. */
  children?: Content
}

export function NotificationBanner(props: NotificationBannerProps) {
  const { title, titleId = 'govuk-notification-banner-title', type, text, children } = props
  const Heading = `h${props.headingLevel ?? 2}` as const
  const landmark = { role: props.role ?? (type === 'success' ? 'alert' : 'region'), 'aria-labelledby': titleId }
  return (
    <div
      class={tokenList('govuk-notification-banner', type && `govuk-notification-banner--${type}`, props.classes)}
      {...landmark}
      data-module="govuk-notification-banner"
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {title}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {children ?? <p class="govuk-notification-banner__heading">{text}</p>}
      </div>
    </div>
  )
}
