/** The only door of this area for others. */

export { eraseNotices } from './erase-store.ts'
export { notificationsJobs } from './jobs.ts'
export { createNotifications, type Notifications } from './notifications.ts'
export { notificationsPersonalSets } from './personal-rules.ts'
export { notificationsPermissions } from './policy.ts'
export { notificationsRetention } from './retention-rules.ts'
export { type NotificationsRoutesDeps, notificationsRoutes } from './routes.ts'
