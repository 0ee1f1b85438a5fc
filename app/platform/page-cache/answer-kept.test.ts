import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createAnswerKept } from './answer-kept.ts'
import { quicklyCompressed } from './cached-page.ts'

const page = quicklyCompressed({ html: '<p>help', status: 200 })

function asked(method: string, url: string) {
  const incoming = Object.assign(new IncomingMessage(new Socket()), { method, url })
  const outgoing = new ServerResponse(incoming)
  const lines: object[] = []
  const log = pino({ base: null, timestamp: false }, { write: (line) => lines.push(JSON.parse(line)) })
  const pageCache = { peek: (key: string) => (key === '/en/nl/example-town' ? page : undefined) }
  const answered = createAnswerKept({ pageCache, safetyHeaders: {}, log })(incoming, outgoing)
  return { answered, outgoing, lines }
}

test('a page in memory is answered; the log tells nothing of which', () => {
  const { answered, outgoing, lines } = asked('GET', '/en/nl/example-town')
  expect([answered, outgoing.statusCode, outgoing.headersSent]).toEqual([true, 200, true])
  expect(lines).toEqual([
    {
      level: 30,
      msg: 'request',
      method: 'GET',
      route: 'page in memory',
      status: 200,
      milliseconds: expect.any(Number),
    },
  ])
})

test.each([
  ['GET', '/en/nl/other'],
  ['GET', '/en/nl/example-town?q=1'],
  ['POST', '/en/nl/example-town'],
  ['HEAD', '/en/nl/example-town'],
])('%s %s is left to the application, untouched', (method, url) => {
  const { answered, outgoing, lines } = asked(method, url)
  expect([answered, outgoing.headersSent, lines]).toEqual([false, false, []])
})
