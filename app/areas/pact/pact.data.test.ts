/** From the front door: a text waits, a second person approves it, everybody reads it, and it never changes. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '../../../tests/eventually.ts'
import { inputValue as value } from '../../../tests/sign-in.ts'
import { visitorsOf } from '../../../tests/visitors.ts'
import { newId } from '../../platform/ids.ts'
import { htmlFaults } from '../../ui/components/example-checks.ts'
import { urls } from '../../urls.ts'
import { openPeopleApp, type PeopleApp } from '../accounts/people/test-people.ts'
import { approvedTexts, approveText, sha256OfText } from '../register/index.ts'

let app: PeopleApp
const [anna, bert, olga] = ['anna@pact.example', 'bert@pact.example', 'olga@pact.example']
beforeAll(async () => {
  app = await openPeopleApp()
  for (const who of [anna, bert]) await app.give(who, 'secretariat', { kind: 'instance' })
  await app.give(olga, 'approver', app.townScope)
})
afterAll(() => app.close())

const { as, read, post } = visitorsOf(() => app)
async function readPublic(path: string) {
  const answer = await app.nobody.get(path)
  const html = await answer.text()
  expect([path, answer.status, htmlFaults(html)]).toEqual([path, 200, []])
  return html
}

const words = { title: 'The Pact, as a test', body: 'First words.\n\n# A heading\n\nMore <b>words</b>.' }
let versions = 10
/** @returns id and version of a text that waits. */
async function begin(who: string, more: Record<string, string> = {}) {
  versions += 1
  const [id, version] = [newId(), `${versions}`]
  const fields = { id, version, language: 'en', ...words, ...more }
  expect((await post(who, urls.pactTextNew(), fields)).headers.get('location')).toBe(
    `${urls.pactDraft(id)}?done=started`,
  )
  return { id, version: fields.version }
}
const revisionOf = async (who: string, id: string) => value(await read(who, urls.pactDraft(id)), 'revision')

describe('a text of the Pact', () => {
  test('waits for a second person, who is told; whoever wrote it cannot approve it', async () => {
    const { id, version } = await begin(anna)
    const hers = await read(anna, urls.pactDraft(id))
    expect(hers).toContain('Another person of the secretariat approves them')
    expect(hers).not.toContain(urls.pactDraftAct(id, 'approve'))
    expect(hers).toContain('More &lt;b&gt;words&lt;/b&gt;.')
    const forged = await post(anna, urls.pactDraftAct(id, 'approve'), { revision: '1' })
    expect([forged.status, htmlFaults(await forged.text())]).toEqual([409, []])
    expect((await approvedTexts(app.db)).some((text) => text.version === version)).toBe(false)
    const told = (await app.mails(bert)).filter(({ text }) => text.includes(urls.pactDraft(id)))
    expect(told).toHaveLength(1)
    expect((await app.mails(anna)).filter(({ text }) => text.includes(urls.pactDraft(id)))).toEqual([])
    expect(await read(bert, urls.office())).toContain(urls.pactDraft(id))
    expect(await read(anna, urls.office())).not.toContain(urls.pactDraft(id))
  })

  test('is approved by another, then stands in public with its hash, byte for byte, and never changes', async () => {
    const { id, version } = await begin(anna)
    expect((await app.nobody.get(urls.pactText('en', version))).status).toBe(404)
    expect(await readPublic(urls.pact('en'))).not.toContain(urls.pactText('en', version, 'en'))
    const revision = await revisionOf(bert, id)
    const approved = await post(bert, urls.pactDraftAct(id, 'approve'), { revision })
    expect(approved.headers.get('location')).toBe(`${urls.pactTexts()}?done=approved`)
    const sha256 = sha256OfText(words)
    const page = await readPublic(urls.pactText('en', version))
    expect(page.replaceAll('<wbr/>', '')).toContain(sha256)
    expect(page).toContain('<h2>A heading</h2>')
    expect(page).not.toContain('text for the demonstration')
    const file = await app.nobody.get(urls.pactTextFile(version, 'en'))
    expect(await file.text()).toBe(`${words.title}\n${words.body}`)
    // The page that lists it was kept until then.
    await eventually(async () =>
      expect(await readPublic(urls.pact('en'))).toContain(urls.pactText('en', version, 'en')),
    )
    expect(await app.audited('pact-texts.approve')).toContainEqual(
      expect.objectContaining({ authority: null, detail: { draft: id, revision: 1, sha256 } }),
    )
    for (const change of [
      sql`update published.pact_text set body = 'Other words' where version = ${version}`,
      sql`delete from published.pact_text where version = ${version}`,
      sql`truncate published.pact_text`,
    ]) {
      await expect(change.execute(app.db)).rejects.toThrow('does not change')
    }
    const again = await app.db
      .transaction()
      .execute((tx) =>
        approveText(
          tx,
          { version, language: 'en', title: 'x', body: 'y', demonstration: false },
          Temporal.Now.instant(),
        ),
      )
    expect(again).toBe(false)
    const taken = await post(anna, urls.pactTextNew(), { id: newId(), version, language: 'en', ...words })
    expect([taken.status, (await taken.text()).includes('does not change')]).toEqual([422, true])
  })

  test('changed by the second person, it waits for the first', async () => {
    const { id } = await begin(anna)
    const fields = { ...words, body: 'Other words.', revision: await revisionOf(bert, id) }
    expect((await post(bert, urls.pactDraftEdit(id), fields)).status).toBe(303)
    expect((await post(bert, urls.pactDraftAct(id, 'approve'), { revision: '2' })).status).toBe(409)
    expect((await app.mails(anna)).filter(({ text }) => text.includes(urls.pactDraft(id)))).toHaveLength(1)
    const stale = await post(anna, urls.pactDraftAct(id, 'approve'), { revision: '1' })
    expect([stale.status, (await stale.text()).includes('Other words.')]).toEqual([409, true])
    expect((await post(anna, urls.pactDraftAct(id, 'approve'), { revision: '2' })).status).toBe(303)
  })

  test('two who change it at once: the second sees what the first wrote, and loses nothing', async () => {
    const { id } = await begin(anna)
    expect((await post(anna, urls.pactDraftEdit(id), { ...words, body: 'Hers.', revision: '1' })).status).toBe(303)
    const late = await post(bert, urls.pactDraftEdit(id), { ...words, body: 'His.', revision: '1' })
    const html = await late.text()
    expect([late.status, htmlFaults(html)]).toEqual([409, []])
    expect(html).toContain('>His.</textarea>')
    expect(html).toContain('Hers.')
    const discard = (revision: string) => post(bert, urls.pactDraftAct(id, 'discard'), { revision })
    expect((await discard('1')).status).toBe(409)
    expect((await discard('2')).headers.get('location')).toContain('done=discarded')
    expect((await discard('2')).headers.get('location')).toContain('done=gone')
    expect((await (await as(anna)).get(urls.pactDraft(id))).status).toBe(404)
  })

  test('comes from a file, too; what is no text is refused and nothing typed is lost', async () => {
    const send = (content: string | Uint8Array<ArrayBuffer>, fields: Record<string, string>) => {
      const body = new FormData()
      for (const [name, text] of Object.entries(fields)) body.set(name, text)
      body.set('file', new File([content], 'pact.md'))
      return app.request(urls.pactTextNew(), { method: 'POST', body, headers: { cookie } })
    }
    const cookie = await app.services.accounts.createSignInLink(anna).then(async (link) => {
      const found = await app.services.accounts.redeemLink(new URL(link).searchParams.get('token') ?? '')
      return (found ?? []).map((one) => one.split(';')[0]).join('; ')
    })
    await app.db.updateTable('accounts.session').set({ second_factor: 'totp' }).execute()
    const fields = { id: newId(), version: '900', language: 'ar', title: 'ميثاق', body: 'Typed.' }
    const refused = await send(Uint8Array.of(0xff, 0x00, 0x41), fields)
    const html = await refused.text()
    expect([refused.status, htmlFaults(html)]).toEqual([422, []])
    expect(html).toContain('href="#file"')
    expect(html).toContain('>Typed.</textarea>')
    expect((await send('## عنوان\r\n\r\nنص', { ...fields, title: '' })).status).toBe(422)
    expect((await send('## عنوان\r\n\r\nنص', fields)).status).toBe(303)
    const page = await read(bert, urls.pactDraft(fields.id))
    expect(page).toContain('lang="ar" dir="rtl"')
    expect(page).toContain('<h4 class="govuk-heading-s">عنوان</h4>')
  })

  test.each([
    [{ version: 'two' }, 'version'],
    [{ version: '' }, 'version'],
    [{ version: '0.1' }, 'version'],
    [{ language: 'xx' }, 'language'],
    [{ title: ' ' }, 'title'],
    [{ body: '' }, 'body'],
  ])('%o is refused with what was typed', async (wrong, field) => {
    const fields = { id: newId(), version: '901', language: 'nl', ...words, ...wrong }
    const answer = await post(anna, urls.pactTextNew(), fields)
    const html = await answer.text()
    expect([answer.status, htmlFaults(html)]).toEqual([422, []])
    expect(html).toContain(`href="#${field}"`)
    if (field !== 'title') expect(html).toContain(words.title)
  })

  test('nobody else gets to it', async () => {
    for (const path of [urls.pactTexts(), urls.pactTextNew()]) {
      expect((await (await as(olga)).get(path)).status).toBe(404)
    }
  })
})

describe('what everybody reads', () => {
  test('the Pact explained, in every language, with the numbers and texts of this instance', async () => {
    for (const lang of ['en', 'fr', 'de', 'ar']) {
      const html = await readPublic(urls.pact(lang))
      expect(html).toContain('1–10, 15, 16, 37')
      expect(html).toContain(urls.pactText(lang, '1', 'en'))
    }
    const html = await readPublic(urls.pact('en'))
    expect(html).toContain('not an official register of the Council of Europe')
    expect(html).toMatch(/\d+ signatories in \d+ countries/)
    expect(html).toContain('All of them are invented')
    expect(html).toContain('14 September 2012')
  })

  test("the demonstration's text says that it is one, and leads to the newest", async () => {
    const { id, version } = await begin(anna)
    await post(bert, urls.pactDraftAct(id, 'approve'), { revision: '1' })
    await eventually(async () => {
      const html = await readPublic(urls.pactText('ar', '1'))
      expect(html).toContain('<article lang="en-GB" dir="ltr">')
      expect(html).toContain('class="note demo"')
      expect(html).toContain(urls.pactText('ar', version))
    })
  })

  test('what is not there is not found', async () => {
    for (const path of [
      urls.pactText('en', '1', 'nl'),
      urls.pactText('en', '999'),
      urls.pactText('xx', '1'),
      urls.pactTextFile('1', 'nl'),
      urls.pact('xx'),
    ]) {
      expect([path, (await app.nobody.get(path)).status]).toEqual([path, 404])
    }
  })

  test('another language of a demonstration text is one for the demonstration, too', async () => {
    const list = await read(anna, urls.pactTexts())
    const waiting =
      /href="(\/office\/pact\/texts\/[0-9a-f-]{36})"[^>]*>[^<]*<span[^>]*>[^<]*1, français/i.exec(list)?.[1] ?? ''
    const id = waiting.split('/').at(-1) ?? ''
    expect(await read(anna, waiting)).toContain('text for the demonstration')
    const revision = await revisionOf(anna, id)
    expect((await post(anna, urls.pactDraftAct(id, 'approve'), { revision })).status).toBe(303)
    const html = await readPublic(urls.pactText('fr', '1'))
    expect(html).toContain('class="note demo"')
    expect(html).toContain(urls.pactText('fr', '1', 'en'))
  })
})
