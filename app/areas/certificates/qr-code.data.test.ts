/** From the front door: what a camera reads from the paper of a certificate is the address at which it is checked. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pathsOf } from '../../../tests/pdf.ts'
import { type TestApp, testApp } from '../../../tests/test-app.ts'
import { qrCodeOf } from '../../platform/qr-code.ts'
import { urls } from '../../urls.ts'
import { registerEntries, signatoryByNumber } from '../register/index.ts'
import { codeOf } from './code-rules.ts'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.close())

/** Rectangles as `column row length`, counted in squares from the upper corner at the left. */
function squaresOf(rectangles: readonly (readonly [number, number, number, number])[]): string[] {
  const square = Math.min(...rectangles.map(([, low, , high]) => high - low))
  const [left, top] = [Math.min(...rectangles.map(([l]) => l)), Math.max(...rectangles.map(([, , , h]) => h))]
  const counted = (length: number) => Math.round(length / square)
  return rectangles.map(([l, , r, h]) => `${counted(l - left)} ${counted(top - h)} ${counted(r - l)}`).toSorted()
}

test.each(['en', 'ar'])('the code on the certificate in %s is that of its address', async (lang) => {
  const { db } = app.services.database
  const signatory = await signatoryByNumber(db, 1)
  const [first] = signatory ? await registerEntries(db, signatory.id) : []
  const address = `${app.baseUrl}${urls.verify(lang, codeOf(1, first?.hash ?? ''))}`
  const answer = await app.request(urls.certificate(lang, 1))
  const paths = await pathsOf(new Uint8Array(await answer.arrayBuffer()))
  // Nothing else on the paper is made of so many pieces.
  const drawn = paths.toSorted((one, other) => other.length - one.length)[0] ?? []
  const runs = ({ path }: { path: string }) =>
    [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)].map(([, x, y, length]) => `${x} ${y} ${length}`).toSorted()
  expect(squaresOf(drawn)).toEqual(runs(await qrCodeOf(address)))
  expect(squaresOf(drawn)).not.toEqual(runs(await qrCodeOf(`${address.slice(0, -1)}X`)))
})
