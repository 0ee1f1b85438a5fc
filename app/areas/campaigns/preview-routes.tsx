/** The letter as three real members would get it, and as a mail to oneself. */

import { recordAudit } from '../../platform/audit/audit.ts'
import type { AppEnv } from '../../platform/http/env.ts'
import { fieldText, readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import { enqueueMail } from '../../platform/mail/mail.ts'
import { patterns, urls } from '../../urls.ts'
import { type Campaign, languageFor } from './campaign-rules.ts'
import type { CampaignsDeps } from './deps.ts'
import { filled, type Values, written } from './letter-rules.ts'
import { type PreviewedLetter, PreviewPage } from './pages/preview-page.tsx'
import { composeInvitation } from './send/compose-letter.ts'
import { type LetterMaker, letterMaker } from './send/letter-maker.ts'
import { type Target, targetsOf } from './target-store.ts'
import { campaignOf, doneOf, type OfficeContext, openUnion, page } from './union-request.ts'

const one = `/office/associations${patterns.cc}${patterns.association}/campaigns${patterns.id}`
const permission = 'campaigns.run'

export function previewRoutes(deps: CampaignsDeps): Route<AppEnv>[] {
  return [
    { method: 'GET', path: `${one}/preview`, permission, audit: 'campaigns.preview', handle: (c) => show(c, deps) },
    { method: 'POST', path: `${one}/test`, permission, audit: 'campaigns.test', handle: (c) => sendTest(c, deps) },
  ]
}

/** Members among which those of a preview are looked for. */
const lookedThrough = 500
const shownMembers = 3

/** Members of different kinds: other language, other way, with and without an office; then any. */
function differing(targets: readonly Target[], languageOf: (target: Target) => string): Target[] {
  const kinds = new Map<string, Target>()
  for (const target of targets) {
    const kind = [languageOf(target), target.way, target.office === ''].join(' ')
    if (!kinds.has(kind)) kinds.set(kind, target)
  }
  return [...new Set([...kinds.values(), ...targets])].slice(0, shownMembers)
}

interface Example {
  readonly target: Target
  readonly language: string
  readonly values: Values
}

async function examplesOf(deps: CampaignsDeps, campaign: Campaign, maker: LetterMaker): Promise<Example[]> {
  const { db } = deps.database
  const languages = maker.letters.map(({ language }) => language)
  const languageOf = ({ language: contact, officialLanguages: official }: Target) =>
    languageFor({ contact, official }, languages, campaign.firstLanguage)
  const targets = (await targetsOf(db, campaign.association, campaign.segment, lookedThrough)).filter(
    ({ way }) => way === 'mail' || way === 'letter',
  )
  return Promise.all(
    differing(targets, languageOf).map(async (target) => {
      const language = languageOf(target)
      return { target, language, values: await maker.valuesFor(target, language) }
    }),
  )
}

async function show(c: OfficeContext, deps: CampaignsDeps): Promise<Response> {
  const request = await openUnion(c, deps)
  const campaign = await campaignOf(c, deps, request)
  const maker = await letterMaker(deps.database.db, deps, campaign)
  const examples = await examplesOf(deps, campaign, maker)
  const { t } = request.frame.of.translator
  const done = doneOf(c)
  return page(
    c,
    <PreviewPage
      frame={request.frame}
      campaign={campaign}
      letters={examples.flatMap((example) => previewed(maker, example, deps.config.baseUrl))}
      languages={maker.letters.flatMap(({ language }) => deps.languages.byCode(language) ?? [])}
      email={c.get('actor').email}
      done={done && t(`campaigns.done.${done}`)}
    />,
  )
}

function previewed(maker: LetterMaker, { target, language, values }: Example, baseUrl: string): PreviewedLetter[] {
  const letter = maker.letterIn(language)
  if (!letter) return []
  const link = `${baseUrl}${urls.invitationCode()}`
  return [
    {
      town: values.town,
      way: target.way === 'mail' ? 'mail' : 'letter',
      look: maker.look(letter.language),
      subject: filled(letter.subject, values),
      paragraphs: written(letter.body, values).map((part) => (part.kind === 'link' ? link : part.text)),
    },
  ]
}

/** To whoever asks, with the values of the first member; its link leads to the page for codes. */
async function sendTest(c: OfficeContext, deps: CampaignsDeps): Promise<Response> {
  const request = await openUnion(c, deps)
  const campaign = await campaignOf(c, deps, request)
  const language = fieldText(await readForm(c.req.raw), 'language')
  const maker = await letterMaker(deps.database.db, deps, campaign)
  const letter = maker.letterIn(language)
  const [example] = await examplesOf(deps, campaign, maker)
  const path = urls.campaignPart(request.union, campaign.id, 'preview')
  if (!letter) return c.redirect(path, 303)
  const town = example?.target ?? { name: '…', names: {}, office: '' }
  const parts = composeInvitation({
    site: deps.config,
    translator: maker.translatorFor(letter.language),
    letter,
    language: maker.look(letter.language),
    values: await maker.valuesFor(town, letter.language),
    ...{ link: urls.invitationCode(), stop: undefined, remindsOf: undefined },
  })
  const mail = {
    ...parts,
    to: c.get('actor').email,
    ...(maker.replyTo === undefined ? {} : { replyTo: maker.replyTo }),
  }
  const act = c.get('act')
  await deps.database.db.transaction().execute(async (tx) => {
    await enqueueMail(tx, deps.jobs, deps.config.baseUrl, mail)
    const detail = { association: request.union.id, language: letter.language }
    await recordAudit(tx, act, { authority: null, subject: `campaign ${campaign.id}`, detail })
  })
  return c.redirect(`${path}?done=tested`, 303)
}
