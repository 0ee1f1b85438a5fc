import type { Examples } from '../example-checks.ts'
import { Select } from './select.tsx'

export const examples: Examples = {
  default: (
    <Select
      name="language"
      label="Language"
      value="ar"
      items={[
        { value: 'en', text: 'English', lang: 'en' },
        { value: 'ar', text: 'العربية', lang: 'ar' },
      ]}
    />
  ),
}
