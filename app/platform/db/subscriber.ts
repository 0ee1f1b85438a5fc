import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** The channel on which this process hears itself. */
const echo = 'heard'
/** Milliseconds. */
const longestWait = 1_000

interface Subscription {
  readonly channel: string
  readonly onMessage: (payload: string) => void
  readonly onGap: () => void
}

/** Listens for NOTIFY on one connection of its own, for as long as the process lives, through lost connections. */
export function createSubscriber(url: string) {
  const subscriptions: Subscription[] = []
  const stop = new AbortController()
  let client: pg.Client | undefined

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, keepAlive: true })
    next.on('notification', ({ channel, payload }) => {
      for (const each of subscriptions) if (each.channel === channel) each.onMessage(payload ?? '')
    })
    await next.connect()
    for (const channel of new Set([echo, ...subscriptions.map((each) => each.channel)]))
      await next.query(`listen ${channel}`)
    next.on('error', () => undefined)
    next.once('end', () => void reconnect())
    client = next
  }

  async function reconnect(): Promise<void> {
    for (let delay = 100; !stop.signal.aborted; delay = Math.min(delay * 2, 5_000)) {
      try {
        await connect()
        for (const each of subscriptions) each.onGap()
        return
      } catch {
        // The server is still away; what was missed is made good by onGap once it is back.
        await wait(delay, undefined, { signal: stop.signal }).catch(() => undefined)
      }
    }
  }

  return {
    async listen(channel: string, onMessage: (payload: string) => void, onGap: () => void): Promise<void> {
      if (!/^[a-z_]+$/.test(channel)) throw new Error(`not a channel name: ${channel}`)
      subscriptions.push({ channel, onMessage, onGap })
      if (client) await client.query(`listen ${channel}`)
      else await connect()
    },
    heard: sharingTheNext(() => echoed(client)),
    async close(): Promise<void> {
      stop.abort()
      const last = client
      client = undefined
      last?.removeAllListeners('end')
      await last?.end()
    },
  }
}

/** PostgreSQL delivers in the order of commits: once our own message is here, all earlier ones are. */
async function echoed(listening: pg.Client | undefined): Promise<void> {
  if (!listening) return
  const own = randomUUID()
  const { promise, resolve } = Promise.withResolvers<void>()
  const onMessage = ({ channel, payload }: pg.Notification) => {
    if (channel === echo && payload === own) resolve()
  }
  listening.on('notification', onMessage)
  try {
    const sent = listening.query('select pg_notify($1, $2)', [echo, own]).then(() => promise)
    // A connection that broke is renewed by itself, and then nothing that was kept is believed any more.
    await Promise.race([sent.catch(() => undefined), wait(longestWait, undefined, { ref: false })])
  } finally {
    listening.off('notification', onMessage)
  }
}

/** One is under way at a time; all who ask meanwhile share the one after it. */
function sharingTheNext(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const ask = (): Promise<void> => {
    if (running) {
      next ??= running.then(() => {
        next = undefined
        return ask()
      })
      return next
    }
    running = work().finally(() => {
      running = undefined
    })
    return running
  }
  return ask
}
