/**
 * The examples that govuk-frontend ships with each component: options, and the HTML its own template makes of them. A
 * component taken over must make the same of every example that uses only options it has.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { raw } from 'hono/html'
import { z } from 'zod'
import { type Content, renderHtml } from '../content.ts'
import type { JSX } from '../jsx-runtime.ts'
import { type Markup, readMarkup } from './markup.ts'

const require = createRequire(import.meta.url)
const fixtureFile = z.object({
  fixtures: z.array(z.object({ name: z.string(), options: z.unknown(), html: z.string() })).min(1),
})

type Covered = { name: string; ours: Markup[]; theirs: Markup[] }

/**
 * The examples that `options` accepts, made by both.
 *
 * @param options parses the options of an example into our properties; it refuses options that we do not have.
 */
export function coveredFixtures<Props>(
  component: string,
  options: z.ZodType<Props>,
  render: (props: Props) => JSX.Element,
): Covered[] {
  const file = require.resolve(`govuk-frontend/dist/govuk/components/${component}/fixtures.json`)
  const { fixtures } = fixtureFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  return fixtures.flatMap(({ name, options: given, html }) => {
    const props = options.safeParse(given)
    if (!props.success) return []
    return [{ name, ours: readMarkup(renderHtml(render(props.data))), theirs: readMarkup(html) }]
  })
}

const textOrHtml = { text: z.coerce.string().optional(), html: z.string().optional() }
type TextOrHtml = { text?: string | undefined; html?: string | undefined }

/** govuk-frontend takes every text as `text` (escaped) or `html` (as it is; it wins); ours are text or markup. */
export function contentOf({ text, html }: TextOrHtml): Content {
  return html ? raw(html) : text
}

/** `{text | html, …more}` of an example; `more` names the other options that ours has too. */
export function contentOptions<Shape extends z.ZodRawShape>(more: Shape) {
  return z.strictObject({ ...textOrHtml, ...more })
}

export const contentOption = contentOptions({}).transform(contentOf)

const labelOption = contentOptions({
  classes: z.string().optional(),
  isPageHeading: z.boolean().optional(),
}).transform(({ classes, isPageHeading, ...text }) => ({
  label: contentOf(text),
  labelClasses: classes,
  pageHeading: isPageHeading,
}))

export const errorOption = contentOptions({ visuallyHiddenText: z.string().min(1).default('Error') }).transform(
  ({ visuallyHiddenText, ...text }) => ({ prefix: visuallyHiddenText, text: contentOf(text) }),
)

export const legendOption = contentOptions({
  classes: z.string().optional(),
  isPageHeading: z.boolean().optional(),
}).transform(({ classes, isPageHeading, ...text }) => ({
  legend: contentOf(text),
  legendClasses: classes,
  pageHeading: isPageHeading,
}))

/** The fieldset around a set of choices or a date. */
export const fieldsetOption = z
  .strictObject({ legend: legendOption, describedBy: z.string().optional() })
  .transform(({ legend, describedBy }) => ({ ...legend, describedBy }))

const groupOption = z.strictObject({ classes: z.string().optional() }).transform(({ classes }) => classes)

/** The options of every field with one control. */
export const fieldOptions = {
  id: z.string().optional(),
  name: z.string(),
  label: labelOption,
  hint: contentOption.optional(),
  errorMessage: errorOption.optional(),
  describedBy: z.string().optional(),
  classes: z.string().optional(),
  formGroup: groupOption.optional(),
}

type FieldOptions = z.output<z.ZodObject<typeof fieldOptions>>

/** Ours are named after what they hold, and flat. */
export function fieldProps<T extends FieldOptions>({ label, errorMessage, formGroup, ...rest }: T) {
  return { ...rest, ...label, error: errorMessage, groupClasses: formGroup }
}

/** The options that radios and checkboxes share. */
export const choiceOptions = {
  name: z.string(),
  idPrefix: z.string().optional(),
  fieldset: fieldsetOption.optional(),
  hint: contentOption.optional(),
  errorMessage: errorOption.optional(),
  classes: z.string().optional(),
  formGroup: groupOption.optional(),
  items: z.array(
    z.union([
      z.strictObject({ divider: z.string() }),
      contentOptions({
        value: z.coerce.string(),
        id: z.string().optional(),
        checked: z.boolean().optional(),
        disabled: z.boolean().optional(),
        hint: contentOption.optional(),
        conditional: z
          .strictObject({ html: z.string() })
          .transform(({ html }) => raw(html))
          .optional(),
      }).transform(({ text, html, ...item }) => ({ ...item, text: contentOf({ text, html }) })),
    ]),
  ),
}

type ChoiceOptions = z.output<z.ZodObject<typeof choiceOptions>>

export function choiceProps<T extends ChoiceOptions>({ fieldset, errorMessage, formGroup, ...rest }: T) {
  return { ...rest, ...fieldset, error: errorMessage, groupClasses: formGroup }
}
