import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { renderHtml } from '../content.ts'
import type { JSX } from '../jsx-runtime.ts'

/** Named examples of one component: its documentation, its fixtures, and what the gallery shows. */
export type Examples = Record<string, JSX.Element>

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // The component library spells these its own way; a browser reads them alike.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': ['error', { style: 'lowercase' }],
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    // Our own quality rule asks for plain `tel:` links with readable numbers, not for non-breaking ones.
    'tel-non-breaking': 'off',
    // A link that looks like a button, and the banner's landmark, as the component library makes them.
    'prefer-native-element': 'off',
    // JAWS leaves out the description of a fieldset of text inputs unless its role is spelt out.
    'no-redundant-role': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }],
  },
})

/** What html-validate finds in a fragment or document, one line each. */
export function htmlFaults(html: string): string[] {
  const report = validator.validateStringSync(html)
  return report.results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`))
}

/** Every example renders, and html-validate finds nothing in it. */
export function testExamples(examples: Examples): void {
  test.each(Object.entries(examples))('example %s is valid HTML', (_, example) => {
    expect(htmlFaults(renderHtml(example))).toEqual([])
  })
}
