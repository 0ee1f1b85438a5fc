/** Whether data has the form that a schema gives it already, so that it need not be read with the schema: many times as fast. */
import type { z } from 'zod'

type Fits = (value: unknown) => boolean

/**
 * Every field is there, with those inside it, and none beside; what they say is as it was when it was checked and written.
 * False where the schema does anything else than that: then it has to be asked itself.
 */
export function wholeAs(schema: z.core.$ZodType): Fits {
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object':
      return wholeObject(def.shape)
    case 'array':
      return everyOf(wholeAs(def.element))
    case 'record':
      return everyIn(wholeAs(def.valueType))
    case 'union':
      return anyOf(def.options.map(wholeAs))
    case 'default':
      return wholeAs(def.innerType)
    case 'nullable':
      return orElse(null, wholeAs(def.innerType))
    case 'optional':
      return orElse(undefined, wholeAs(def.innerType))
    case 'enum':
      return oneOf(Object.values(def.entries))
    case 'literal':
      return oneOf(def.values)
    case 'string':
    case 'number':
    case 'boolean':
      return (value) => typeof value === def.type
    default:
      return () => false
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const everyOf =
  (fits: Fits): Fits =>
  (value) =>
    Array.isArray(value) && value.every(fits)
const everyIn =
  (fits: Fits): Fits =>
  (value) =>
    isObject(value) && Object.values(value).every(fits)
const anyOf =
  (some: readonly Fits[]): Fits =>
  (value) =>
    some.some((fits) => fits(value))
const orElse =
  (nothing: null | undefined, fits: Fits): Fits =>
  (value) =>
    value === nothing || fits(value)

function oneOf(values: readonly unknown[]): Fits {
  const known = new Set(values)
  return (value) => known.has(value)
}

function wholeObject(shape: z.core.$ZodShape): Fits {
  const fields = Object.entries(shape).map(([name, schema]) => ({ name, fits: wholeAs(schema) }))
  return (value) => {
    if (!isObject(value)) return false
    let present = 0
    for (const { name, fits } of fields) {
      const field = value[name]
      if (!fits(field)) return false
      if (field !== undefined) present += 1
    }
    return Object.keys(value).length === present
  }
}
