/** Addresses by which towns ask their association. */
import { associationPath, officePath, type Town } from './town-paths.ts'

const paged = (path: string, query: Readonly<Record<string, string>>, page: number): string => {
  const all = new URLSearchParams({ ...query, ...(page > 1 ? { page: `${page}` } : {}) })
  return all.size > 0 ? `${path}?${all}` : path
}

type TownAct = 'write' | 'close' | 'take-out'
type AssociationAct = 'answer' | 'note' | 'paste' | 'take' | 'close' | 'take-out'

export const questionUrls = {
  /** What a town has asked; POST asks. */
  townQuestions: (town: Town, page = 1) => paged(`${officePath(town)}/questions`, {}, page),
  /** @param from path of the page of the office on which somebody begins to ask. */
  townQuestionNew: (town: Town, from?: string) =>
    paged(`${officePath(town)}/questions/new`, from === undefined ? {} : { from }, 1),
  townQuestion: (town: Town, id: string) => `${officePath(town)}/questions/${id}`,
  /** POST: writes; closes; takes a message out that must not stand there. */
  townQuestionAct: (town: Town, id: string, act: TownAct) => `${officePath(town)}/questions/${id}/${act}`,
  /** What its towns ask an association. */
  associationQuestions: (one: Town, state?: string, page = 1) =>
    paged(`${associationPath(one)}/questions`, state === undefined ? {} : { state }, page),
  /** POST: those of a town. */
  associationQuestionsFind: (one: Town) => `${associationPath(one)}/questions/find`,
  associationQuestion: (one: Town, id: string) => `${associationPath(one)}/questions/${id}`,
  /** POST: answers, or asks back; a note; what came by mail; who takes care of it; closes; takes a message out. */
  associationQuestionAct: (one: Town, id: string, act: AssociationAct) =>
    `${associationPath(one)}/questions/${id}/${act}`,
} as const
