import type { Retention } from '../../platform/privacy/retention.ts'

const twoYears = 2 * 365 + 1

export const questionsRetention: Retention = {
  rules: [
    {
      table: 'office.question',
      holds: 'what a town asks its association, and the ids of who asked and who takes care of it',
      keeps: 'two years after it was closed, or after the last word where nobody closes it',
      why: 'the same question comes again; whoever follows in the office finds the answer',
      ends: [{ since: 'coalesce(closed_at, changed_at)', days: twoYears }],
    },
    {
      table: 'office.question_message',
      holds: 'what officers and coordinators wrote in it, and the id of each',
      keeps: 'as long as the question; a person’s name in it goes with the person',
      why: 'an answer is understood with what was asked',
      ends: [],
    },
  ],
  nothingPersonal: [],
}
