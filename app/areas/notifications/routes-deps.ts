import type { I18n } from '../../platform/i18n/i18n.ts'
import type { Notifications } from './notifications.ts'

export interface NotificationsRoutesDeps {
  readonly notifications: Pick<Notifications, 'choicesOf' | 'saveChoices' | 'stopRequest' | 'stop'>
  readonly i18n: Pick<I18n, 'translator'>
}
