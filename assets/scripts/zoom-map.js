// The map of the register closer: by buttons, which stay hidden without this script, and by dragging. Countries can be
// chosen without it. A button says how many times closer (0: the whole again), or how far to the right and down.
;(() => {
  const [map, bar, moves] = document.querySelectorAll('[data-zoom],[data-zoom-buttons],[data-zoom-moves]')
  if (!moves) return
  const { width, height } = map.viewBox.baseVal
  let [x, y, scale] = [0, 0, 1]
  const within = (low, at, high) => Math.max(low, Math.min(at, high))
  const zoomed = (by) => within(1, scale * by, 8)
  const show = (by, right = 0, down = 0) => {
    const next = zoomed(by)
    const moved = (at, size, by) =>
      within(0, at + (size / scale - size / next) / 2 + (by * size) / next, size - size / next)
    x = moved(x, width, right)
    y = moved(y, height, down)
    scale = next
    map.setAttribute('viewBox', [x, y, width / scale, height / scale].join(' '))
    moves.hidden = scale === 1
    // A button that leads no further keeps the focus.
    for (const one of bar.children) one.ariaDisabled = `${zoomed(one.value) === scale}`
  }
  bar.onclick = ({ target: { value } }) => value && show(value)
  moves.onclick = ({ target: { value } }) => value && show(1, ...value.split(' ').map((by) => by / 4))
  map.onpointermove = ({ buttons, movementX, movementY }) =>
    buttons && show(1, -movementX / map.clientWidth, -movementY / map.clientHeight)
  bar.hidden = false
  show(1)
})()
