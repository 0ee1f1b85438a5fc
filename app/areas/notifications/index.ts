/** The only door of this area for others. */
export { notificationsJobs } from './jobs.ts'
export { createNotifications, type Notifications } from './notifications.ts'
export { notificationsPermissions } from './policy.ts'
export { type NotificationsRoutesDeps, notificationsRoutes } from './routes.ts'
