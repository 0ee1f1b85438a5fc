/** What went wrong, for programs (RFC 9457). */
import type { Context } from 'hono'
import { RequestFault } from './faults.ts'

const titles = {
  403: 'Forbidden',
  404: 'Not found',
  413: 'Too large',
  422: 'Unprocessable',
  429: 'Too many requests',
  501: 'Not implemented',
  503: 'Unavailable',
} as const
export type ProblemStatus = keyof typeof titles

/** @param detail a sentence in English: what to do instead. */
export function problem(c: Context, status: ProblemStatus, detail: string): Response {
  return c.body(JSON.stringify({ type: 'about:blank', title: titles[status], status, detail }), status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
  })
}

/** What whoever asks can do about what this instance has to put right. */
const details = {
  unavailable: 'Something that this instance needs for it is away. Ask again later.',
  unproven:
    'The history of the register does not bear this out: nothing is certified of it. Check with: npx safe-towns audit-register, in a copy of this software (the package is in no registry; its docs/verifying.md says how)',
} as const

/** Says in the same form what a request was refused for. @param detail where nothing is there. @throws what is no refusal. */
export async function orProblem(c: Context, detail: string, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (!(error instanceof RequestFault)) throw error
    c.error = error
    const { kind, status } = error
    return problem(c, status, kind === 'unavailable' || kind === 'unproven' ? details[kind] : detail)
  }
}
