/** The only door of this area for others. */
export type { ToolkitPagesDeps } from './deps.ts'
export { importToolkit } from './import-toolkit.ts'
export { toolkitHandlers, toolkitJobs } from './jobs.ts'
export { FolderFault, readFolder } from './read-folder.ts'
export { toolkitRetention } from './retention-rules.ts'
export { toolkitRoutes } from './routes.ts'
