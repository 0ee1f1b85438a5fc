import type { Context } from 'hono'
import type { AppEnv } from './env.ts'

/** The page of a long list that somebody asks for, beginning with 1. Anything that is no number is the first. */
export function pageAsked(c: Pick<Context<AppEnv>, 'req'>): number {
  const asked = c.req.query('page') ?? ''
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1
}
