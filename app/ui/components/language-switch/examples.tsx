import type { Examples } from '../example-checks.ts'
import { LanguageSwitch } from './language-switch.tsx'

export const examples: Examples = {
  default: (
    <LanguageSwitch
      label="Language"
      languages={[
        { lang: 'en', dir: 'ltr', name: 'English', href: '/en', current: true },
        { lang: 'fr', dir: 'ltr', name: 'Français', href: '/fr' },
        { lang: 'ar', dir: 'rtl', name: 'العربية', href: '/ar' },
      ]}
    />
  ),
}
