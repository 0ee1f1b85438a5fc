/** What every handler of the secretariat's texts starts with. */
import type { Context } from 'hono'
import type { AppEnv } from '../../platform/http/env.ts'
import type { FormFields } from '../../platform/http/form.ts'
import type { JSX } from '../../ui/jsx-runtime.ts'
import { renderDocument } from '../../ui/layout/document.ts'
import { officeSections } from '../../ui/layout/office-sections.ts'
import type { PactOfficeDeps } from './deps.ts'
import type { TextsFrame } from './pages/texts-frame.ts'

export type OfficeContext = Context<AppEnv>

export function textsFrame(c: OfficeContext, { instanceName }: Pick<PactOfficeDeps, 'instanceName'>): TextsFrame {
  const of = c.get('frame')
  return { of, workplace: { name: instanceName, items: officeSections(of, undefined, 'pactTexts') } }
}

export function page(c: OfficeContext, node: JSX.Element, status: 200 | 409 | 422 = 200): Response {
  c.header('cache-control', 'no-store')
  return c.html(renderDocument(node), status)
}

export function revisionOf(fields: FormFields): number {
  return Number(/^\d{1,9}$/.exec(fields.get('revision')?.[0]?.trim() ?? '')?.[0] ?? 0)
}

export const doneNotices = ['started', 'saved', 'approved', 'discarded', 'gone'] as const
export type DoneNotice = (typeof doneNotices)[number]

export const doneOf = (c: OfficeContext): DoneNotice | undefined =>
  doneNotices.find((one) => one === c.req.query('done'))
