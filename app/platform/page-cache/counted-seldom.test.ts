import { expect, test } from 'vitest'
import { createCountedSeldom } from './counted-seldom.ts'

/** Counting takes so many milliseconds; each time one more town publishes. */
function counted(milliseconds: number) {
  let [at, towns] = [1_000_000, 0]
  const clock = { now: () => Temporal.Instant.fromEpochMilliseconds(at), milliseconds: () => at }
  const count = async () => {
    at += milliseconds
    towns += 1
    return new Map([['child-helpline', towns]])
  }
  const kept = createCountedSeldom(clock, count)
  const read = async () => {
    const { value, until } = await kept.read()
    return { towns: value.get('child-helpline'), until: until?.epochMilliseconds }
  }
  return {
    read,
    pass: (passing: number) => {
      at += passing
    },
  }
}

test('in a small network everybody gets what is true now', async () => {
  const { read } = counted(0)
  expect(await read()).toEqual({ towns: 1, until: undefined })
  expect(await read()).toEqual({ towns: 2, until: undefined })
})

test('in a large one counting takes a twentieth of the time, and a page says until when it is true', async () => {
  const { read, pass } = counted(4_000)
  expect(await read()).toEqual({ towns: 1, until: undefined })
  const until = 1_000_000 + 4_000 + 80_000
  expect(await read()).toEqual({ towns: 1, until })
  pass(80_000)
  expect(await read()).toEqual({ towns: 2, until: undefined })
})

test('several readers at once wait for one counting; only the first keeps the page without end', async () => {
  const { read } = counted(10)
  expect(await Promise.all([read(), read()])).toEqual([
    { towns: 1, until: undefined },
    { towns: 1, until: 1_000_000 + 10 + 200 },
  ])
})
