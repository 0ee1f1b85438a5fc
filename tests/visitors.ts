/** People of an office, named by their e-mail addresses: each is signed in when first needed, and stays so. */
import { expect } from 'vitest'
import type { PeopleApp } from '../app/areas/accounts/people/test-people.ts'
import { htmlFaults } from '../app/ui/components/example-checks.ts'

type Fields = Readonly<Record<string, string>>

/** @param app is there once the tests begin. */
export function visitorsOf(app: () => Pick<PeopleApp, 'signIn'>) {
  const visitors = new Map<string, ReturnType<PeopleApp['signIn']>>()
  const as = (who: string): ReturnType<PeopleApp['signIn']> => {
    const visitor = visitors.get(who) ?? app().signIn(who)
    visitors.set(who, visitor)
    return visitor
  }
  return {
    as,
    /** A page that has to be there, and to be valid. */
    read: async (who: string, path: string): Promise<string> => {
      const answer = await (await as(who)).get(path)
      const html = await answer.text()
      expect([path, answer.status, htmlFaults(html)]).toEqual([path, 200, []])
      return html
    },
    post: async (who: string, path: string, fields: Fields): Promise<Response> => (await as(who)).post(path, fields),
  }
}
