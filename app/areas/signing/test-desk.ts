/** People of the secretariat at work, for tests from the front door. */
import { signIn, type Visitor } from '../../../tests/sign-in.ts'
import { urls } from '../../urls.ts'
import type { PeopleApp } from '../accounts/people/test-people.ts'

type Signed<Names extends readonly string[]> = { -readonly [Index in keyof Names]: Visitor }

/** They sign in, one for each name, in this order. */
export async function secretariatOf<const Names extends readonly string[]>(
  app: PeopleApp,
  ...names: Names
): Promise<Signed<Names>> {
  const people: Visitor[] = []
  for (const name of names) people.push(await signIn(app, name, [{ role: 'secretariat', scope: { kind: 'instance' } }]))
  return people as Signed<Names>
}

/** Two of them agree: it is signed. */
export async function agreedBy(people: readonly Visitor[], application: string): Promise<void> {
  for (const who of people) await who.post(`${urls.pactApplication(application)}/agree`)
}
