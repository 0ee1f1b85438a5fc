// Leaves the page at once. Without this script the quick exit is an ordinary link; with it the page is blanked before
// the neutral site has loaded and is replaced in the history, and Shift pressed three times does the same.
// Nothing is stored and nothing is sent.
;(() => {
  const exit = document.querySelector('a[data-quick-exit]')
  if (!exit) return
  let presses = []
  let alone = false

  const leave = () => {
    document.documentElement.hidden = true
    document.documentElement.style.display = 'none'
    document.title = '\u00a0'
    location.replace(exit.href)
  }

  // Every copy of the link on the page, also one added later.
  addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a[data-quick-exit]')) {
      event.preventDefault()
      leave()
    }
  })

  // Only Shift pressed and let go by itself counts: capitals and shortcuts do not.
  addEventListener('keydown', (event) => {
    alone = event.key === 'Shift' && !event.repeat && !event.ctrlKey && !event.altKey && !event.metaKey
    if (event.key !== 'Shift') presses = []
  })
  addEventListener('keyup', (event) => {
    if (event.key !== 'Shift' || !alone) return
    alone = false
    presses = presses.filter((at) => event.timeStamp - at < 5000).concat(event.timeStamp)
    if (presses.length > 2) leave()
  })

  // Going back must not show the blanked page, nor the text again without loading it anew.
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
})()
