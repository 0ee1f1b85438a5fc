/**
 * A letter as HTML: one column, no picture, no script, nothing that is loaded from anywhere. Its only style sheet stands in
 * the head; a mail program that throws it away still shows headings, paragraphs and links in their order.
 */
import { inlineStyle, renderDocument } from '../../ui/layout/document.ts'
import type { Letter, LetterBlock } from './letter.ts'

const style = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 16px; background: #fbf7f0; color: #17323a; font: 16px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
.letter { max-width: 560px; margin: 0 auto; text-align: start; overflow-wrap: anywhere; }
h1 { margin: 0 0 16px; font-size: 22px; line-height: 1.3; }
h2 { margin: 32px 0 8px; font-size: 19px; line-height: 1.3; }
h3 { margin: 20px 0 8px; font-size: 16px; line-height: 1.4; }
p { margin: 0 0 16px; white-space: pre-line; }
a { color: #0d5c66; }
.action a { display: inline-block; padding: 12px 20px; border-radius: 6px; background: #0d5c66; color: #ffffff; font-weight: bold; text-decoration: none; }
.address, .note, .ending { font-size: 14px; color: #4b6067; }
.ending { margin-top: 32px; padding-top: 16px; border-top: 1px solid #75878b; }
@media (prefers-color-scheme: dark) {
  body { background: #12201f; color: #f1ebe1; }
  a { color: #8fd6d2; }
  .action a { background: #8fd6d2; color: #0d2326; }
  .address, .note, .ending { color: #b4c2c1; }
  .ending { border-color: #8a9c9c; }
}
`

/** Tabs show no more, and a validator minds: the heading has the whole subject. */
const longestTitle = 70

export function letterHtml(letter: Letter): string {
  const { language, subject, instanceName, blocks, ending } = letter
  const { tag, dir } = language
  return renderDocument(
    <html lang={tag} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject.length > longestTitle ? instanceName : subject}</title>
        {inlineStyle(style)}
      </head>
      <body>
        <main>
          {/* Mail programs put the letter into a page of theirs and drop what is around this element. */}
          <div class="letter" lang={tag} dir={dir}>
            <h1>{subject}</h1>
            {blocks.map((block) => (
              <Block block={block} />
            ))}
            <div class="ending">
              {ending.map((block) => (
                <Block block={block} />
              ))}
            </div>
          </div>
        </main>
      </body>
    </html>,
  )
}

function Block({ block }: { block: LetterBlock }) {
  const language = { lang: block.language?.tag, dir: block.language?.dir }
  if (block.kind === 'heading') return <h2 {...language}>{block.text}</h2>
  if (block.kind === 'subheading') return <h3 {...language}>{block.text}</h3>
  if (block.kind === 'address') {
    return (
      <p dir="ltr">
        <a href={block.href}>{block.href}</a>
      </p>
    )
  }
  if (!('href' in block)) {
    return (
      <p class={block.kind === 'note' ? 'note' : undefined} {...language}>
        {block.text}
      </p>
    )
  }
  return (
    <>
      <p class={block.kind} {...language}>
        <a href={block.href}>{block.text}</a>
      </p>
      {block.kind === 'action' && (
        <p class="address" dir="ltr">
          {block.href}
        </p>
      )}
    </>
  )
}
