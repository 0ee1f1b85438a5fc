/** Politeness to foreign hosts: one request at a time and one a second, and silence where a host asks for it. */

export interface HostPace {
  /** Runs once the host may be asked. */
  turn<T>(host: string, run: () => Promise<T>): Promise<T>
  /** Until when the host is left alone, as milliseconds; undefined where it may be asked. */
  silentUntil(host: string): number | undefined
  /** The host asks to be left alone. */
  silence(host: string, until: number): void
}

export interface PaceDeps {
  milliseconds(): number
  wait(milliseconds: number): Promise<void>
}

const apartMilliseconds = 1_000
/** Hosts remembered without anybody waiting: beyond that, those that may be asked again are forgotten. */
const mostRemembered = 10_000

export function createHostPace({ milliseconds, wait }: PaceDeps): HostPace {
  const last = new Map<string, Promise<unknown>>()
  const nextAt = new Map<string, number>()
  const silent = new Map<string, number>()

  async function inTurn<T>(host: string, before: Promise<unknown> | undefined, run: () => Promise<T>): Promise<T> {
    await before?.catch(() => undefined)
    const early = (nextAt.get(host) ?? 0) - milliseconds()
    if (early > 0) await wait(early)
    try {
      return await run()
    } finally {
      nextAt.set(host, milliseconds() + apartMilliseconds)
      if (nextAt.size > mostRemembered) forget()
    }
  }

  function forget(): void {
    const now = milliseconds()
    for (const times of [nextAt, silent]) for (const [host, at] of times) if (at <= now) times.delete(host)
  }

  return {
    turn: (host, run) => {
      const mine = inTurn(host, last.get(host), run)
      const ended = mine
        .catch(() => undefined)
        .finally(() => {
          if (last.get(host) === ended) last.delete(host)
        })
      last.set(host, ended)
      return mine
    },
    silentUntil: (host) => {
      const until = silent.get(host)
      return until !== undefined && until > milliseconds() ? until : undefined
    },
    silence: (host, until) => {
      silent.set(host, until)
    },
  }
}

const shortestSilence = 60_000
const longestSilence = 86_400_000

/** What `Retry-After` says, in seconds or as a date; a minute where it says nothing, a day at most. */
export function retryAt(header: string | undefined, now: number): number {
  const seconds = /^\d{1,9}$/.test(header ?? '') ? Number(header) * 1_000 : Date.parse(header ?? '') - now
  const pause = Number.isNaN(seconds) ? shortestSilence : seconds
  return now + Math.min(Math.max(pause, shortestSilence), longestSilence)
}
