import { readConfig } from '../config.ts'
import { loadDemonstration } from '../demonstration/index.ts'
import { type Command, say, UsageFault, withServices } from './command.ts'

export const command: Command = {
  options: {},
  run: async () => {
    if (readConfig().production) throw new UsageFault('Demonstration content is never loaded in production.')
    const { towns, services } = await withServices((opened) => loadDemonstration(opened))
    say(`demonstration network: ${towns} authorities, ${services} services`)
    return 0
  },
}
