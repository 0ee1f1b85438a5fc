/** The demonstration network: fictional towns that show everything the product does. */
export { loadFirstDay } from './first-day.ts'
export { loadFirstFiles } from './first-files.ts'
export { loadFirstWeek } from './first-week.ts'
export { isEmpty, loadDemonstration } from './load-demonstration.ts'
export { demonstrationPerson } from './people.ts'
