/** The only door of this area for others. */
export { originOf } from './decision-store.ts'
export type { ProposalsDeps } from './deps.ts'
export { countProposed } from './make-proposal.ts'
export { proposalsNextSteps } from './next-steps.ts'
export { proposalsPermissions } from './policy.ts'
export { proposalRoutes } from './proposal-routes.tsx'
export { proposalsRetention } from './retention-rules.ts'
