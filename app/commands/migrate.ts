import { readConfig } from '../config.ts'
import { openDatabase } from '../platform/db/open.ts'
import { type Command, say } from './command.ts'

export const command: Command = {
  options: {},
  run: async () => {
    const database = await openDatabase(readConfig())
    try {
      const applied = await database.migrate()
      say(applied.length === 0 ? 'nothing to migrate' : `applied ${applied.join(', ')}`)
      return 0
    } finally {
      await database.close()
    }
  },
}
