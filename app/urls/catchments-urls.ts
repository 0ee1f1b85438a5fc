/** Addresses of the areas of a country that do not nest, in the office of an association. */
import { associationPath, type Town } from './town-paths.ts'

const areasPath = (one: Town) => `${associationPath(one)}/areas`
const areaPath = (one: Town, slug: string) => `${areasPath(one)}/of/${slug}`
const paged = (path: string, page: number) => `${path}${page > 1 ? `?page=${page}` : ''}`

export const catchmentsUrls = {
  /** @param page from 1. */
  catchments: (one: Town, page = 1) => paged(areasPath(one), page),
  /**
   * `bring`, `new`: the forms of a list and of one area, each a POST. `list`: what the list that waits would change, POST
   * does it; `list/discard` throws it away.
   */
  catchmentsAct: (one: Town, act: 'bring' | 'new' | 'list' | 'list/discard') => `${areasPath(one)}/${act}`,
  /** @param page of its towns, from 1. */
  catchment: (one: Town, slug: string, page = 1) => paged(areaPath(one, slug), page),
  /** POST; `delete` is a page, too. */
  catchmentAct: (one: Town, slug: string, act: 'towns' | 'describe' | 'delete') => `${areaPath(one, slug)}/${act}`,
} as const
