// <safe-towns-help town="nl/example-town" lang="en" heading="2"><a href="…">Help</a></safe-towns-help>
// Puts the town's help page as a frame before what stands in the element, and gives it the height of its content.
// The page around sees nothing of what is clicked in it: the frame is of another origin. Nothing is stored or counted.
;(() => {
  const { origin } = new URL(document.currentScript.src)
  const [least, most] = [320, 30000]

  class SafeTownsHelp extends HTMLElement {
    connectedCallback() {
      const town = this.getAttribute('town') ?? ''
      if (this.frame || !/^[a-z]{2}\/[a-z0-9-]+$/.test(town)) return
      const address = new URL(`/embed/${town}`, origin)
      for (const name of ['lang', 'heading']) {
        if (this.hasAttribute(name)) address.searchParams.set(name, this.getAttribute(name))
      }
      this.frame = document.createElement('iframe')
      this.frame.src = address.href
      this.frame.title = this.textContent.trim() || 'Help for children and families'
      this.frame.width = '100%'
      this.frame.height = '800'
      this.frame.style.border = '0'
      this.prepend(this.frame)
      addEventListener('message', this)
    }

    disconnectedCallback() {
      removeEventListener('message', this)
      this.frame?.remove()
      this.frame = undefined
    }

    handleEvent({ origin: from, source, data }) {
      const height = data?.safeTownsHeight
      if (from !== origin || source !== this.frame?.contentWindow || !Number.isFinite(height)) return
      this.frame.height = String(Math.ceil(Math.min(most, Math.max(least, height))))
    }
  }

  if (!customElements.get('safe-towns-help')) customElements.define('safe-towns-help', SafeTownsHelp)
})()
