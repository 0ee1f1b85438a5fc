/** The demonstration network: fictional towns that show everything the product does. */
export { isEmpty, loadDemonstration } from './load-demonstration.ts'
export { demonstrationPerson } from './people.ts'
