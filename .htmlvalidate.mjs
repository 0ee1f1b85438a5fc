// What html-validate asks of a public page. Each exception says why.
export default {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Our renderer writes attributes and void elements its own way; a browser reads them alike.
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': ['error', { style: 'lowercase' }],
    'no-trailing-whitespace': 'off',
    // The compact pages leave out the end tags that HTML lets an author leave out (app/ui/layout/document.ts).
    'no-implicit-close': 'off',
    'void-style': 'off',
    // A number that breaks over two lines of a narrow screen is still read and called.
    'tel-non-breaking': 'off',
  },
}
