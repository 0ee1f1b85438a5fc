/**
 * The table of rights, written by hand: what the policies of all areas decide is held against it, for every route. A
 * permission that is missing here fails the test.
 */
import type { RoleName } from '../../app/platform/session/actor.ts'

export interface WhoMay {
  /** Roles that may in their own scope: their town, their association, the country of their association. */
  readonly home: readonly RoleName[]
  /** Roles that may in a scope that is not theirs; only ever roles of the whole instance. */
  readonly foreign: readonly RoleName[]
}

const nobody: readonly RoleName[] = []

/** For pages without a scope: each signed-in person's own. */
export type Right = WhoMay | 'each signed-in person' | 'each signed-in person, half-proven too' | 'anybody'

const officers: WhoMay = { home: ['officer', 'approver'], foreign: nobody }

export const whoMay: Readonly<Record<string, Right>> = {
  public: 'anybody',
  anyone: 'anybody',
  'office.home': 'each signed-in person',
  'notifications.own': 'each signed-in person',
  'accounts.own': 'each signed-in person',
  'accounts.outbox': 'each signed-in person',
  'checklist.read': officers,
  'checklist.edit': officers,
  'checklist.publish': officers,
}
