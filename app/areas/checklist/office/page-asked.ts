import type { OfficeContext } from './office-request.ts'

/** The page of a long list that somebody asks for, beginning with 1. Anything that is no number is the first. */
export function pageAsked(c: Pick<OfficeContext, 'req'>): number {
  const asked = c.req.query('page') ?? ''
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1
}
