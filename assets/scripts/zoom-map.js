// The map of the register closer: by buttons, which stay hidden without this script, and by dragging. Countries can be
// chosen without it.
;(() => {
  const map = document.querySelector('svg[data-zoom]')
  const bar = document.querySelector('[data-zoom-buttons]')
  if (!map || !bar) return
  const { width, height } = map.viewBox.baseVal
  let [x, y, scale] = [0, 0, 1]
  const within = (at, size) => Math.max(0, Math.min(at, size - size / scale))
  const show = () => {
    x = within(x, width)
    y = within(y, height)
    map.setAttribute('viewBox', [x, y, width / scale, height / scale].join(' '))
  }
  bar.hidden = false
  bar.addEventListener('click', ({ target }) => {
    const by = Number(target.value)
    if (!by) return
    const next = Math.max(1, Math.min(8, scale * by))
    x += (width / scale - width / next) / 2
    y += (height / scale - height / next) / 2
    scale = next
    show()
  })
  map.addEventListener('pointermove', (event) => {
    if (!event.buttons || scale === 1) return
    const unit = width / scale / map.clientWidth
    x -= event.movementX * unit
    y -= event.movementY * unit
    show()
  })
})()
