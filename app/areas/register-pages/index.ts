/** The only door of this area for others. */
export type { RegisterPagesDeps } from './deps.ts'
export { createRegisterMemory, type RegisterMemory, readCells, readPlaces } from './memory.ts'
export { RegisterStanding } from './pages/register-frame.tsx'
export { registerPageRoutes } from './register-page-routes.ts'
export { createWhoSigned } from './taking-part.ts'
