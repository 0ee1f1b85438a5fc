import type { Examples } from '../example-checks.ts'
import { Tag } from './tag.tsx'

export const examples: Examples = {
  default: <Tag>Draft</Tag>,
  published: <Tag classes="govuk-tag--green">Published</Tag>,
}
