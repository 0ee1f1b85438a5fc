/** Translating the toolkit: what is missing, writing, deciding. */
import type { AppEnv } from '../../platform/http/env.ts'
import { notFound } from '../../platform/http/faults.ts'
import { readForm } from '../../platform/http/form.ts'
import type { Route } from '../../platform/http/route-table.ts'
import type { Translator } from '../../platform/i18n/messages.ts'
import { byName } from '../../ui/lists.ts'
import { languageName, writtenIn } from '../../ui/written-in.ts'
import { patterns, urls } from '../../urls.ts'
import { readCounts } from './count-store.ts'
import type { ToolkitOfficeDeps } from './deps.ts'
import { draftReviewRoutes } from './draft-review-routes.tsx'
import { openDrafts } from './draft-store.ts'
import { findResources, readAnyResource, readMatrix, readText, readWithdrawals } from './library-store.ts'
import { linksShown } from './link-store.ts'
import { fewest, mayDecide } from './offer-form.ts'
import { type Offer, openOffers, waitingOffers } from './offer-store.ts'
import { discardOffer } from './offer-translation.ts'
import { bases, doneOf, type OfficeContext, type Opened, openToolkit, page } from './office-request.ts'
import { originalRoutes } from './original-routes.tsx'
import { ToolkitOfficePage } from './pages/office-page.tsx'
import { stateOf } from './resource-schema.ts'
import { reviewRoutes } from './review-routes.tsx'
import { translateRoutes } from './translate-routes.tsx'
import { withdrawRoutes } from './withdraw-routes.tsx'

export function toolkitOfficeRoutes(deps: ToolkitOfficeDeps): Route<AppEnv>[] {
  const permission = 'toolkit.translate'
  return [
    ...bases.flatMap((path): Route<AppEnv>[] => [
      { method: 'GET', permission, path, audit: 'toolkit.office', handle: (c) => show(c, deps) },
      {
        ...{ method: 'POST', permission, path: `${path}/offers${patterns.id}/discard`, audit: 'toolkit.discard' },
        handle: (c) => discard(c, deps),
      },
    ]),
    ...translateRoutes(deps),
    ...reviewRoutes(deps),
    ...originalRoutes(deps),
    ...draftReviewRoutes(deps),
    ...withdrawRoutes(deps),
  ]
}

const nothingAsked = { kind: undefined, audience: undefined, p: undefined, article: undefined, language: undefined }

/** What is asked for in a year, so that a wish of last winter still counts. */
const monthsCounted = 12

async function show(c: OfficeContext, deps: ToolkitOfficeDeps): Promise<Response> {
  const { association, frame } = await openToolkit(c, deps)
  const translator = c.get('translator')
  const { db } = deps.database
  const own = association ? deps.languagesOf(association.country) : []
  const asked = c.req.query('into') ?? ''
  const into = deps.languages.codes.has(asked) ? asked : (own[0] ?? translator.language)
  const offers = await openOffers(db, association?.id ?? null)
  const named = (code: string) => languageName(translator.tag, deps.languages, code)
  const props = {
    ...{ frame, done: doneOf(c) },
    originals: association ? undefined : await originalLines(c, deps),
    waiting: association ? undefined : await waitingLines(c, deps),
    broken: association ? [] : await brokenLines(c, deps),
    withdrawn: association ? [] : await withdrawnLines(c, deps),
    offers: offers.flatMap(({ title, resource, language, state }) =>
      state === 'published'
        ? []
        : [
            {
              ...{ title: title || resource, state, language: named(language) },
              tag: writtenIn(deps.languages, language).lang,
              href: urls.resourceTranslate(frame.toolkit, resource, language),
            },
          ],
    ),
    languages: deps.languages.offered
      .map(({ code }) => ({ value: code, name: named(code) }))
      .toSorted(byName(translator.tag))
      .map(({ value, name }) => ({ value, text: name })),
    into: { code: into, name: named(into) },
    resources: await resourceLines(c, deps, { into, frame, offers, association }),
  }
  return page(c, <ToolkitOfficePage {...props} />)
}

async function resourceLines(
  c: OfficeContext,
  deps: ToolkitOfficeDeps,
  {
    into,
    frame,
    offers,
    association,
  }: { readonly into: string; readonly offers: readonly Offer[] } & Pick<Opened, 'frame' | 'association'>,
) {
  const { t, language } = c.get('translator')
  const { db } = deps.database
  const since = deps.clock
    .now()
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
    .with({ day: 1 })
    .subtract({ months: monthsCounted })
  const counts = await readCounts(db, since)
  const wanted = counts.filter((one) => one.what === 'wanted' && one.language === into)
  const takenOf = (id: string) =>
    counts.filter((one) => one.what === 'taken' && one.resource === id).reduce((sum, { times }) => sum + times, 0)
  const matrix = await readMatrix(db)
  const timesOf = (id: string) => wanted.find(({ resource }) => resource === id)?.times ?? 0
  return (await findResources(db, language, nothingAsked))
    .map(({ id, facts, text }) => ({
      ...{ title: text.title, tag: writtenIn(deps.languages, text.language).lang, times: timesOf(id) },
      href:
        facts.language === into
          ? association
            ? undefined
            : urls.resourceOriginal(id)
          : urls.resourceTranslate(frame.toolkit, id, into),
      state: stateOf(facts, into, matrix.get(id)?.get(into)),
      withdrawHref: association ? undefined : urls.resourceWithdraw(id),
      isOffered: offers.some((one) => one.resource === id && one.language === into),
      taken: took(t, takenOf(id)),
    }))
    .toSorted((one, other) => other.times - one.times)
    .map(({ times, ...line }) => ({
      ...line,
      wanted:
        times === 0
          ? ''
          : times < fewest
            ? t('toolkit.office.wantedFew', { count: fewest })
            : t('toolkit.office.wanted', { count: times }),
    }))
}

/** What is out, so that it can be put right and brought back. */
async function withdrawnLines(c: OfficeContext, { database, languages }: ToolkitOfficeDeps) {
  const translator = c.get('translator')
  const lines = []
  for (const { resource, language } of await readWithdrawals(database.db)) {
    const known = await readAnyResource(database.db, resource)
    const text = known && (await readText(database.db, resource, known.facts.language))
    if (!known || !text) continue
    lines.push({
      ...{ href: urls.resourceWithdraw(resource), title: text.title },
      tag: writtenIn(languages, known.facts.language).lang,
      what: language === '' ? '' : languageName(translator.tag, languages, language),
    })
  }
  return lines
}

/** Whoever keeps the toolkit is told what leads nowhere. */
async function brokenLines(c: OfficeContext, deps: ToolkitOfficeDeps) {
  const { db } = deps.database
  const { language } = c.get('translator')
  const links = await linksShown(db)
  const broken = await deps.brokenLinks(db, [...new Set([...links.values()].flat())])
  const titles = await findResources(db, language, nothingAsked)
  return titles.flatMap(({ id, text }) => {
    const urlsHere = (links.get(id) ?? []).filter((url) => broken.has(url))
    const tag = writtenIn(deps.languages, text.language).lang
    return urlsHere.length === 0 ? [] : [{ title: text.title, tag, href: urls.resource(language, id), urls: urlsHere }]
  })
}

const took = (t: Translator['t'], count: number) =>
  count === 0
    ? ''
    : count < fewest
      ? t('toolkit.office.takenFew', { count: fewest })
      : t('toolkit.office.taken', { count })

/** Originals under way, of whoever: the secretariat is one office. */
async function originalLines(c: OfficeContext, deps: ToolkitOfficeDeps) {
  const drafts = await openDrafts(deps.database.db)
  return drafts.flatMap(({ id, title, resource, facts, state, begunBy, changedBy }) =>
    state === 'published'
      ? []
      : [
          {
            ...{ title: title || resource, state, tag: writtenIn(deps.languages, facts.language).lang },
            own: !mayDecide(c.get('actor').id, { begunBy, changedBy }),
            href: state === 'sent' ? urls.resourceDraft(id) : urls.resourceOriginal(resource),
          },
        ],
  )
}

async function waitingLines(c: OfficeContext, deps: ToolkitOfficeDeps) {
  const { db } = deps.database
  const translator = c.get('translator')
  const waiting = await waitingOffers(db)
  const unions = await deps.readAssociations(db, [...new Set(waiting.flatMap(({ association }) => association ?? []))])
  return waiting.map((offer) => {
    const union = unions.find(({ id }) => id === offer.association)
    return {
      ...{ href: urls.resourceOfferReview(offer.id), title: offer.title },
      tag: writtenIn(deps.languages, offer.language).lang,
      language: languageName(translator.tag, deps.languages, offer.language),
      from: union ? (union.names[translator.language] ?? union.name) : deps.instanceName,
      own: !mayDecide(c.get('actor').id, offer),
    }
  })
}

async function discard(c: OfficeContext, deps: ToolkitOfficeDeps): Promise<Response> {
  const { association, frame } = await openToolkit(c, deps)
  await readForm(c.req.raw)
  const gone = await discardOffer(deps, c.get('act'), c.req.param('id') ?? '', association?.id ?? null)
  if (!gone) throw notFound()
  return c.redirect(`${frame.toolkit}?done=discarded`, 303)
}
