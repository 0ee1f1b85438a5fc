/**
 * Facts as they come back from the database. Only this schema writes them there: read again by the thousand, it is looked at
 * whether they have its members, all of them and no others, and not once more at how each is written. So a confidential place that
 * has an address is refused here, too; what misses a member that was added to the schema since gets it as by the schema.
 */
import { z } from 'zod'
import {
  type Service,
  type ServiceFacts,
  type SnapshotDocument,
  service,
  serviceFacts,
  snapshotDocument,
} from './schema.ts'

type Check = (value: unknown) => boolean

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** @returns undefined for what has no members of its own to look at. */
function membersOf(schema: z.core.$ZodType): Check | undefined {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    const inner = membersOf(schema.unwrap())
    if (!inner) return undefined
    const [none, may] = [schema instanceof z.ZodNullable ? null : undefined, !(schema instanceof z.ZodDefault)]
    return (value) => (may && value === none) || inner(value)
  }
  if (schema instanceof z.ZodArray) {
    const element = membersOf(schema.element)
    return element && ((value) => Array.isArray(value) && value.every(element))
  }
  if (schema instanceof z.ZodDiscriminatedUnion) return oneOf(schema)
  return schema instanceof z.ZodObject ? objectOf(schema) : undefined
}

function oneOf({ options, def }: z.ZodDiscriminatedUnion): Check {
  const checks = new Map<unknown, Check>()
  for (const option of options) {
    if (!(option instanceof z.ZodObject)) throw new Error('a union of something else than objects')
    const literal: unknown = option.shape[def.discriminator]
    if (!(literal instanceof z.ZodLiteral)) throw new Error('a union that nothing tells apart')
    checks.set(literal.value, objectOf(option))
  }
  return (value) => isObject(value) && (checks.get(value[def.discriminator])?.(value) ?? false)
}

function objectOf({ shape }: z.ZodObject): Check {
  const [checks, wanted] = [new Map<string, Check | undefined>(), [] as string[]]
  for (const [key, member] of Object.entries<z.core.$ZodType>(shape)) {
    checks.set(key, membersOf(member))
    if (!(member instanceof z.ZodOptional)) wanted.push(key)
  }
  return (value) => {
    if (!isObject(value)) return false
    for (const key of wanted) if (value[key] === undefined) return false
    for (const key in value) {
      if (!checks.has(key)) return false
      if (checks.get(key)?.(value[key]) === false) return false
    }
    return true
  }
}

const [isFacts, isService] = [objectOf(serviceFacts), objectOf(service)]
const aroundServices = snapshotDocument.omit({ services: true })

/** @throws ZodError for what the schema does not take. */
export const storedFacts = (value: unknown): ServiceFacts =>
  isFacts(value) ? (value as ServiceFacts) : serviceFacts.parse(value)

/** As `storedFacts`, with its id. */
export const storedService = (value: unknown): Service => (isService(value) ? (value as Service) : service.parse(value))

/** As `storedFacts`, of a version. */
export function storedDocument(value: unknown): SnapshotDocument {
  if (!isObject(value) || !Array.isArray(value['services'])) return snapshotDocument.parse(value)
  const { services, ...around } = value
  return { ...aroundServices.parse(around), services: (services as unknown[]).map(storedService) }
}
