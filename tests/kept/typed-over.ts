/** The form of an act of the other test, with one thing wrong in it. */
import type { Sent } from '../page-form.ts'
import { acts } from '../twice/acts.ts'
import type { Browser, World } from '../twice/world.ts'

export interface RefusedForm {
  readonly audit: string
  readonly which?: string
  readonly prepare: (world: World) => Promise<{ path: string; fields: Sent; by?: Browser }>
  /** Fields that do not come back, each with the reason. */
  readonly gone?: Readonly<Record<string, string>>
}

export const long = (most: number) => 'x'.repeat(most + 1)

/** With other words typed in it. */
export function typedOver(audit: string, which: string | undefined, typed: Sent): RefusedForm['prepare'] {
  return async (world) => {
    const act = acts.find((one) => one.audit === audit && one.which === which)
    if (!act) throw new Error(`no act ${audit} ${which}`)
    const { path, fields, by } = await act.prepare(world)
    return { path, fields: { ...fields, ...typed }, ...(by ? { by } : {}) }
  }
}
