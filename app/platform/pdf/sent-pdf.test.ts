import { expect, test } from 'vitest'
import { pagesOfPdf } from './sent-pdf.ts'
import { onePagePdf } from './test-sent-pdf.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('a PDF is opened and its pages are counted', async () => {
  expect(await pagesOfPdf(onePagePdf('Decision 14'))).toBe(1)
})

test('what is none is refused, whatever it is called or begins with', async () => {
  const whole = onePagePdf('Decision 14')
  for (const [what, file] of Object.entries({
    'a web page': bytes('<html>%PDF-1.7</html>'),
    'a picture': Uint8Array.from([0x89, 0x50, 0x4e, 0x47]),
    'the beginning alone': bytes('%PDF-1.7\n'),
    'words behind the beginning': bytes(`%PDF-1.7\n${'nothing '.repeat(500)}`),
    'nothing at all': new Uint8Array(),
    'a file cut short': whole.subarray(0, 60),
  })) {
    expect(await pagesOfPdf(file), what).toBeUndefined()
  }
})

test('one that takes too long is given up', async () => {
  expect(await pagesOfPdf(onePagePdf('Slow'), { limit: 0 })).toBeUndefined()
})
