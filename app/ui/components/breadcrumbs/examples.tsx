import type { Examples } from '../example-checks.ts'
import { Breadcrumbs } from './breadcrumbs.tsx'

export const examples: Examples = {
  default: (
    <Breadcrumbs label="You are here" items={[{ text: 'Checklist', href: '/office' }, { text: 'Child helpline' }]} />
  ),
}
