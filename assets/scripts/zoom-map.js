// The map of the register closer: by buttons, which stay hidden without this script, and by dragging. Countries can be
// chosen without it.
;(() => {
  const map = document.querySelector('svg[data-zoom]')
  const bar = document.querySelector('[data-zoom-buttons]')
  const moves = document.querySelector('[data-zoom-moves]')
  if (!map || !bar || !moves) return
  const { width, height } = map.viewBox.baseVal
  const buttons = [...bar.querySelectorAll('button')]
  let [x, y, scale] = [0, 0, 1]
  const within = (at, size) => Math.max(0, Math.min(at, size - size / scale))
  // 0: the whole again.
  const scaleBy = (by) => (by === 0 ? 1 : Math.max(1, Math.min(8, scale * by)))
  const show = () => {
    x = within(x, width)
    y = within(y, height)
    map.setAttribute('viewBox', [x, y, width / scale, height / scale].join(' '))
    moves.hidden = scale === 1
    // A button that leads no further keeps the focus.
    for (const one of buttons) one.ariaDisabled = `${scaleBy(Number(one.value)) === scale}`
  }
  bar.addEventListener('click', ({ target }) => {
    const button = target.closest('button')
    if (!button) return
    const next = scaleBy(Number(button.value))
    x += (width / scale - width / next) / 2
    y += (height / scale - height / next) / 2
    scale = next
    show()
  })
  moves.addEventListener('click', ({ target }) => {
    const [right = 0, down = 0] = (target.closest('button')?.value ?? '').split(' ').map(Number)
    x += (right * width) / scale / 4
    y += (down * height) / scale / 4
    show()
  })
  map.addEventListener('pointermove', (event) => {
    if (!event.buttons || scale === 1) return
    const unit = width / scale / map.clientWidth
    x -= event.movementX * unit
    y -= event.movementY * unit
    show()
  })
  bar.hidden = false
  show()
})()
