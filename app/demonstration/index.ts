/** The demonstration network: fictional towns that show everything the product does. */
export { loadFirstDay } from './first-day.ts'
export { isEmpty, loadDemonstration } from './load-demonstration.ts'
export { demonstrationPerson } from './people.ts'
