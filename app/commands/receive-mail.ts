/** For mail servers: one answer to a question on standard input, the address it was sent to behind the command. */
import { mostBytes, receiveMail } from '../areas/questions/index.ts'
import { readConfig } from '../config.ts'
import { questionsDepsOf } from '../questions-deps.ts'
import { type Command, say, UsageFault, withServices } from './command.ts'

/** EX_TEMPFAIL of sysexits: the mail server keeps the mail and tries again later. */
const later = 75

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of process.stdin) {
    // One byte too many says that there is more; the rest is read and forgotten, or the mail server would complain.
    if (length <= mostBytes) chunks.push(Buffer.from(chunk))
    length += chunk.length
  }
  return Buffer.concat(chunks)
}

export const command: Command = {
  options: {},
  run: async ([recipient]) => {
    try {
      const config = readConfig()
      if (config.mailReplyTo === undefined)
        throw new UsageFault('Set MAIL_REPLY_TO: without it no mail is answered here.')
      const mail = await standardInput()
      say(await withServices((services) => receiveMail(questionsDepsOf(services), mail, recipient), config))
      return 0
    } catch (error) {
      // Whatever it is, somebody will mend it: until then no mail is lost.
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      return later
    }
  },
}
