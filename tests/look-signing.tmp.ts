import { createServer } from 'node:http'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { compose } from '../app/compose.ts'
import { readConfig } from '../app/config.ts'
import { loadDemonstration } from '../app/demonstration/index.ts'
import { silentLog } from '../app/platform/log.ts'
import { onePagePdf } from '../app/platform/pdf/test-sent-pdf.ts'
import { startServices } from '../app/services.ts'
import { ensurePerson, grantRole } from '../app/areas/accounts/index.ts'
import { actOf } from '../app/platform/audit/audit.ts'
import { findBySlug } from '../app/areas/authorities/index.ts'
import { launchBrowser, unpackBrowser } from './browser.ts'

rmSync('/tmp/signing-data', { recursive: true, force: true })
mkdirSync('/tmp/signing-shots', { recursive: true })
const config = readConfig({ DATA_DIR: '/tmp/signing-data', BASE_URL: 'http://localhost:4350', PORT: '4350', LOG_LEVEL: 'silent', SECRET: 'x7'.repeat(24), WORKER: 'off' })
const services = await startServices(config, silentLog)
await loadDemonstration({ ...services, helplines: (await import('../app/reference-data.ts')).loadReferenceData().helplines } as never)
const { listener } = await compose(services)
await services.jobs.start()
const server = createServer(listener)
await new Promise<void>((r) => server.listen(4350, '127.0.0.1', () => r()))
const { db } = services.database
const act = actOf('test', 'x.y', services.clock.now())
const town = (await findBySlug(db, 'DE', 'example-stadt'))?.authority
const region = (await findBySlug(db, 'NL', 'example-region'))?.authority
async function person(name: string, role: string, scope: unknown, language: string) {
  const p = await ensurePerson(db, { email: `${name}@look.example`, name, language })
  await grantRole(db, act, p.id, role as never, scope as never)
  return p.email
}
const scopeR = { kind: 'authority', id: region?.id }
const olga = await person('Olga', 'approver', scopeR, 'de')
const amal = await person('Amal', 'approver', scopeR, 'ar')
const sekr = await person('Sekretariat', 'secretariat', { kind: 'instance' }, 'de')
const sekr2 = await person('Zweite', 'secretariat', { kind: 'instance' }, 'de')
await unpackBrowser()
const browser = await launchBrowser(['--single-process', '--no-zygote'])
const context = await browser.newContext({ javaScriptEnabled: false })
const page = await context.newPage()
const base = 'http://localhost:4350'
async function as(email: string) {
  await context.clearCookies()
  const link = new URL(await services.accounts.createSignInLink(email))
  await page.goto(link.href)
  await page.click('main button')
  await db.updateTable('accounts.session').set({ second_factor: 'totp' }).execute()
}
async function shot(name: string) {
  for (const [w, h] of [[1280, 900], [320, 800]] as const) {
    await page.setViewportSize({ width: w, height: h })
    const wide = await page.evaluate('document.documentElement.scrollWidth').catch(() => 0)
    await page.screenshot({ path: `/tmp/signing-shots/${name}-${w}.png`, fullPage: true })
    console.log(name, w, page.url().replace(base, ''), 'scroll', wide)
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}
writeFileSync('/tmp/signing-shots/beschluss.pdf', onePagePdf('Beschluss'))
const at = '/office/nl/example-region/pact'
await as(olga)
await page.goto(base + at)
await shot('01-stand')
await page.click('main form button')
await shot('02-application')
const app = page.url()
await page.goto(`${app}/decision`)
await page.click('main form button')
await shot('03-decision-refused')
await page.fill('#body', 'Regionalrat')
await page.fill('#on', '15.1.2026')
await page.fill('#reference', 'B 14/2026')
await page.setInputFiles('#document', '/tmp/signing-shots/beschluss.pdf')
await page.click('main form button')
console.log('after decision', page.url())
await page.fill('#office', 'Präsidium der Region'); await page.click('main form button')
await page.fill('#name', 'Hauptamt'); await page.fill('#email', 'amt@region.example'); await page.click('main form button')
await shot('04-text')
await page.check('#agree'); await page.click('main form button')
await shot('05-ceremony')
await page.check('input[name=held][value=no]'); await page.click('main form button')
await shot('06-together')
await page.goto(`${app}/check`)
await shot('07-check')
await page.click('main form button')
await shot('08-submitted')
await as(sekr)
await page.goto(`${base}/office`)
await shot('09-my-work')
await page.goto(`${base}/office/pact/applications`)
await shot('10-queue')
const id = app.split('/').at(-1)
await page.goto(`${base}/office/pact/applications/${id}`)
await shot('11-case')
await page.check('#reasons-2'); await page.fill('#words', 'Bitte den ganzen Beschluss schicken.'); await page.check('#days'); await page.click('form[action$="/return"] button')
console.log(page.url())
await as(olga)
await page.goto(app)
await shot('12-returned')
await as(amal)
await page.goto(`${app}/decision`)
await shot('13-arabic-decision')
await page.goto(app)
await shot('14-arabic-application')
await as(olga)
await page.goto(`${app}/check`); await page.click('main form[action$="/submit"] button')
await db.insertInto('office.pact_proof').values({ id: crypto.randomUUID(), application: id ?? '', way: 'letter', association: null, domain: null, code_sha256: null, expires_at: null, asked_at: new Date(), asked_by: null, given_at: new Date(), given_by: null, declined_at: null }).execute()
for (const who of [sekr, sekr2]) { await as(who); await page.goto(`${base}/office/pact/applications/${id}`); await page.click('form[action$="/agree"] button'); console.log(page.url()) }
await shot('15-signed-case')
await as(olga); await page.goto(base + at); await shot('16-stand-signed')
await page.click('a[href$="/withdraw"]'); await page.fill('#on', '2.3.2026'); await page.fill('#words', 'Wir handeln allein.'); await page.click('main form button')
await shot('17-withdraw')
await browser.close(); server.close(); await services.close(); process.exit(0)
