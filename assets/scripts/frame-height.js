// In a frame: tells the page around how high the content is, and nothing else. Only websites of the town can be around.
;(() => {
  if (parent === window) return
  const tell = () => parent.postMessage({ safeTownsHeight: document.documentElement.offsetHeight }, '*')
  new ResizeObserver(tell).observe(document.documentElement)
})()
