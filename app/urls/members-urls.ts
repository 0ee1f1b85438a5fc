/** Addresses of the members of an association. */
import { associationPath, type Town } from './town-paths.ts'

const membersPath = (one: Town) => `${associationPath(one)}/members`

export const membersUrls = {
  /** @param page from 1. */
  associationMembers: (one: Town, page = 1) => `${membersPath(one)}${page > 1 ? `?page=${page}` : ''}`,
  /**
   * POST: looks for members; ends one membership. `bring`: the forms of a list and of an area, each a POST. `list`: what
   * the list that waits would change, POST does it; `list/discard` throws it away.
   */
  associationMembersAct: (one: Town, act: 'find' | 'end' | 'bring' | 'area' | 'list' | 'list/discard') =>
    `${membersPath(one)}/${act}`,
} as const
