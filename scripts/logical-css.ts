/**
 * Turns left and right in compressed CSS into start and end of the line, so that one sheet serves scripts of both
 * directions. Rules with a `clip-path` keep their borders: those draw an arrow, which the sheet turns round itself.
 */

/** The parts of a value at its outermost spaces: `calc(1px + 2px) 0` has two. */
function valueParts(value: string): string[] {
  return value.match(/(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+/g) ?? []
}

function logicalDeclaration(declaration: string, draws: boolean): string {
  const colon = declaration.indexOf(':')
  const property = declaration.slice(0, colon)
  const value = declaration.slice(colon + 1)
  if (/^(left|right)$/.test(property)) return `inset-inline-${property === 'left' ? 'start' : 'end'}:${value}`
  if (/^(float|clear)$/.test(property))
    return `${property}:${value.replace('left', 'inline-start').replace('right', 'inline-end')}`
  if (/^(text-align|justify-content)$/.test(property)) {
    return `${property}:${value.replace('left', 'start').replace('right', 'end')}`
  }
  if (/^(margin|padding)$/.test(property)) {
    const [top, right, bottom, left, none] = valueParts(value)
    const sidesDiffer = left !== undefined && none === undefined && left !== right
    return sidesDiffer ? `${property}-block:${top} ${bottom};${property}-inline:${left} ${right}` : declaration
  }
  const side = /^(margin|padding|border)-(left|right)(-\w+)?$/.exec(property)
  if (!side || (draws && side[1] === 'border')) return declaration
  return `${side[1]}-inline-${side[2] === 'left' ? 'start' : 'end'}${side[3] ?? ''}:${value}`
}

/** @param css compressed: no comments, no white space around `{`, `}`, `;` and the `:` of a declaration. */
export function logicalCss(css: string): string {
  return css.replace(/\{([^{}]*)\}/g, (_, body: string) => {
    const draws = body.includes('clip-path:')
    return `{${body
      .split(';')
      .map((declaration) => logicalDeclaration(declaration, draws))
      .join(';')}}`
  })
}
