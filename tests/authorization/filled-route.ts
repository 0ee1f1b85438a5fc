/** Addresses of all routes, made of their patterns. */
import fc from 'fast-check'
import { newId } from '../../app/platform/ids.ts'

/** @param given values by the name of the parameter; of all others something that their pattern takes. */
export function filledRoute(path: string, given: Readonly<Record<string, string>>): string {
  return path.replace(
    /:(\w+)(?:\{((?:[^{}]|\{[^{}]*\})*)\})?/g,
    (_, name: string, pattern: string | undefined) => given[name] ?? exampleOf(pattern),
  )
}

function exampleOf(pattern: string | undefined): string {
  const examples = [newId(), '1', 'en', 'child-helpline', 'about', 'hours', 'x', 'a'.repeat(43)]
  const whole = new RegExp(`^(?:${pattern ?? '.+'})$`)
  const found =
    examples.find((each) => whole.test(each)) ?? fc.sample(fc.stringMatching(whole), { seed: 1, numRuns: 1 })[0]
  if (found === undefined) throw new Error(`no example for the parameter ${pattern}`)
  return found
}
