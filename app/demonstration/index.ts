/** The demonstration network: fictional towns that show everything the product does. */
export { type DemonstrationDeps, demonstrationOfficer, isEmpty, loadDemonstration } from './load-demonstration.ts'
export { type Network, readNetwork } from './network.ts'
export { demonstrationServiceId } from './service-id.ts'
