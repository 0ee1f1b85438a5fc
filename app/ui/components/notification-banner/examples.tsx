import type { Examples } from '../example-checks.ts'
import { NotificationBanner } from './notification-banner.tsx'

export const examples: Examples = {
  default: <NotificationBanner title="Important" text="Three contacts are due for review" />,
  success: (
    <NotificationBanner title="Done" type="success">
      <p class="govuk-notification-banner__heading">Version 3 is published</p>
    </NotificationBanner>
  ),
}
