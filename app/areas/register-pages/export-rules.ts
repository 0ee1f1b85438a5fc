/** Signatories as other programs read them: the same members in every format. */
import type { PublicStatus } from '../register/index.ts'
import type { Kind } from './asked-rules.ts'

export interface ExportedSignatory {
  readonly number: number
  readonly status: PublicStatus
  readonly statusSince: string
  readonly kind: Kind
  readonly country: string
  /** As it is called today; empty where it was erased. */
  readonly name: string
  readonly nameWhenSigned: string
  /** Slug of its page; null for what is no authority. */
  readonly slug: string | null
  readonly officialCode: string | null
  readonly signedOn: string
  readonly reaffirmedOn: string | null
  readonly decidedOn: string | null
  readonly decisionBody: string | null
  readonly decisionReference: string | null
  readonly signingOffice: string | null
  readonly documentSha256: string | null
  readonly ceremonyOn: string | null
  readonly textVersion: string
  readonly textLanguage: string
  /** Numbers of those that signed with it. */
  readonly jointWith: readonly number[]
  /** `cc/slug` of the authorities that took its place. */
  readonly successors: readonly string[]
  readonly population: number | null
  readonly populationYear: number | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly demonstration: boolean
  /** Ids, as the history names them. */
  readonly authority: string | null
  readonly association: string | null
  readonly joint: string | null
  readonly successorIds: readonly string[]
  /** Of the history: number, what happened, on which day. */
  readonly entries: readonly string[]
  /** As the list, the counts and the map have it: status, kind, country, day, alone or together, authority. */
  readonly listedAs: readonly string[]
}

/** Absolute addresses of pages, and what holds for the whole register. */
export interface Addresses {
  /** The Congress of the Council of Europe has authorised it. */
  readonly official: boolean
  entry(number: number): string
  page(country: string, slug: string): string
}

export const formats = ['csv', 'json', 'ndjson'] as const
export type Format = (typeof formats)[number]

export type Exported = Readonly<Record<string, string | number | boolean | null | readonly (string | number)[]>>

/** Members in the order of the columns. */
export function exportedRow(one: ExportedSignatory, { official, entry, page }: Addresses): Exported {
  const successors = one.successors.map((path) => {
    const [country = '', slug = ''] = path.split('/')
    return page(country, slug)
  })
  return {
    number: one.number,
    status: one.status,
    status_since: one.statusSince,
    kind: one.kind,
    country: one.country,
    name: one.name,
    name_when_signed: one.nameWhenSigned,
    official_code: one.officialCode,
    signed_on: one.signedOn,
    reaffirmed_on: one.reaffirmedOn,
    decided_on: one.decidedOn,
    decision_body: one.decisionBody,
    decision_reference: one.decisionReference,
    signing_office: one.signingOffice,
    document_sha256: one.documentSha256,
    ceremony_on: one.ceremonyOn,
    text_version: one.textVersion,
    text_language: one.textLanguage,
    joint_with: one.jointWith,
    successors,
    population: one.population,
    population_year: one.populationYear,
    latitude: one.latitude,
    longitude: one.longitude,
    demonstration: one.demonstration,
    entry: entry(one.number),
    page: one.slug === null ? null : page(one.country, one.slug),
    authority: one.authority,
    association: one.association,
    joint: one.joint,
    successor_ids: one.successorIds,
    entries: one.entries,
    listed_as: one.listedAs,
    // On each line: a file goes from hand to hand without the page that says it, and a comment is no CSV.
    official_council_of_europe_register: official,
  }
}

const nobody: ExportedSignatory = {
  ...{ number: 0, status: 'signed', statusSince: '', kind: 'municipality', country: '', name: '', nameWhenSigned: '' },
  ...{ slug: null, officialCode: null, signedOn: '', reaffirmedOn: null, decidedOn: null, decisionBody: null },
  ...{ decisionReference: null, signingOffice: null, documentSha256: null, ceremonyOn: null, textVersion: '' },
  ...{ textLanguage: '', jointWith: [], successors: [], population: null, populationYear: null, latitude: null },
  ...{ longitude: null, demonstration: false, authority: null, association: null, joint: null, successorIds: [] },
  ...{ entries: [], listedAs: [] },
}

export const columns: readonly string[] = Object.keys(
  exportedRow(nobody, { official: false, entry: () => '', page: () => '' }),
)

/** Of lists the members, with spaces between. A number stays one. */
export function cells(row: Exported): (string | number)[] {
  return columns.map((column) => {
    const value = row[column]
    if (typeof value === 'number') return value
    return value === null || value === undefined ? '' : Array.isArray(value) ? value.join(' ') : String(value)
  })
}
