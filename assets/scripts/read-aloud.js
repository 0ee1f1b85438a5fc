// Reads the words of the page aloud, with a voice that is on this device: one from elsewhere would learn what is read.
// Without such a voice, or without this script, the button stays hidden. Nothing is stored and nothing is sent.
;(() => {
  const button = document.querySelector('button[data-read]')
  const text = document.querySelector('[data-read-aloud]')
  const speech = globalThis.speechSynthesis
  if (!button || !text || !speech) return
  const language = (text.closest('[lang]')?.lang ?? '').split('-')[0]
  const start = button.textContent

  const voice = () => speech.getVoices().find((one) => one.localService && one.lang.split(/[-_]/)[0] === language)
  const show = () => {
    button.hidden = !voice()
  }
  const silent = () => {
    speech.cancel()
    button.textContent = start
  }
  show()
  speech.addEventListener?.('voiceschanged', show)

  button.addEventListener('click', () => {
    if (speech.speaking) return silent()
    button.textContent = button.dataset.stop
    const parts = [...text.querySelectorAll('h2, p, li')]
    for (const [index, part] of parts.entries()) {
      const said = new SpeechSynthesisUtterance(part.textContent)
      said.voice = voice()
      said.lang = said.voice.lang
      said.rate = 0.9
      if (index === parts.length - 1) said.onend = silent
      speech.speak(said)
    }
  })
  addEventListener('pagehide', () => speech.cancel())
})()
