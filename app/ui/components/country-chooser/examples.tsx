import type { Examples } from '../example-checks.ts'
import { CountryChooser } from './country-chooser.tsx'

const props = {
  title: 'Help numbers of your country',
  action: '/en/country',
  label: 'Which country are you in?',
  prompt: 'Choose a country',
  countries: [
    { value: 'fr', text: 'France' },
    { value: 'nl', text: 'Netherlands' },
  ],
  button: 'Show the numbers',
}

export const examples: Examples = {
  default: <CountryChooser {...props} />,
  refused: <CountryChooser {...props} error="Choose a country first" />,
}
