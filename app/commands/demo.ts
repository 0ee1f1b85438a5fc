import { readConfig } from '../config.ts'
import { loadDemonstration, loadFirstDay, loadFirstFiles, loadFirstWeek } from '../demonstration/index.ts'
import { questionsDepsOf } from '../questions-deps.ts'
import { type Command, say, UsageFault, withServices } from './command.ts'

export const command: Command = {
  options: {},
  run: async () => {
    if (readConfig().production) throw new UsageFault('Demonstration content is never loaded in production.')
    const { towns, services } = await withServices(async (opened) => {
      const loaded = await loadDemonstration(opened)
      await opened.jobs.start()
      await loadFirstDay(opened)
      await loadFirstFiles(opened)
      await loadFirstWeek({ ...opened, questions: questionsDepsOf(opened) })
      return loaded
    })
    say(`demonstration network: ${towns} authorities, ${services} services`)
    return 0
  },
}
