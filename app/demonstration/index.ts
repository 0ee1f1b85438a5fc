/** The demonstration network: fictional towns that show everything the product does. */
export { demonstrationOfficer, isEmpty, loadDemonstration } from './load-demonstration.ts'
