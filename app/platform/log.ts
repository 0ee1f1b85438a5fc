import { type Logger, pino } from 'pino'

export type Log = Logger

/** One JSON object a line on standard output. Callers never pass addresses, query texts or persons of the public side. */
export function createLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}

export const silentLog: Log = pino({ level: 'silent' })
