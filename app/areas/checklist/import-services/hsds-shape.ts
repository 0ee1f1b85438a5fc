/** What is read of an HSDS 3.x service with everything nested in it; other members are allowed and ignored. */
import { z } from 'zod'

const text = z.string().nullish()
const list = <T extends z.ZodType>(item: T) => z.array(item).nullish()

const term = z.object({ id: text, code: text, name: text })
const attribute = z.object({ label: text, value: text, taxonomy_term: term.nullish() })
const language = z.object({ code: text, name: text })
const phone = z.object({
  number: text,
  extension: z.union([z.number(), z.string()]).nullish(),
  type: text,
  description: text,
  languages: list(language),
})
const schedule = z.object({
  valid_from: text,
  valid_to: text,
  dtstart: text,
  wkst: text,
  until: text,
  freq: text,
  interval: z.number().nullish(),
  byday: text,
  opens_at: text,
  closes_at: text,
  description: text,
  notes: text,
})
const address = z.object({ address_1: text, address_2: text, city: text, postal_code: text, address_type: text })
/** Its extent is a text, or an outline that is not read. */
const area = z.object({ name: text, uri: text, extent: text, extent_type: text })
const location = z.object({
  name: text,
  location_type: text,
  latitude: z.number().nullish(),
  longitude: z.number().nullish(),
  addresses: list(address),
  accessibility: list(z.object({ description: text, details: text, url: text })),
  phones: list(phone),
  schedules: list(schedule),
  attributes: list(attribute),
})
const serviceAtLocation = z.object({
  location: location.nullish(),
  phones: list(phone),
  schedules: list(schedule),
  service_areas: list(area),
})

export const hsdsService = z.object({
  id: z.string(),
  name: text,
  description: text,
  url: text,
  email: text,
  status: text,
  interpretation_services: text,
  application_process: text,
  fees_description: text,
  fees: text,
  eligibility_description: text,
  minimum_age: z.number().nullish(),
  maximum_age: z.number().nullish(),
  assured_date: text,
  last_modified: text,
  alert: text,
  organization: z.object({ name: text }).nullish(),
  phones: list(phone),
  schedules: list(schedule),
  service_at_locations: list(serviceAtLocation),
  service_areas: list(area),
  languages: list(language),
  cost_options: list(z.object({ amount: z.number().nullish(), option: text, amount_description: text })),
  attributes: list(attribute),
})
export type HsdsService = z.infer<typeof hsdsService>
export type HsdsPhone = z.infer<typeof phone>
export type HsdsSchedule = z.infer<typeof schedule>
export type HsdsLocation = z.infer<typeof location>
export type HsdsLanguage = z.infer<typeof language>
