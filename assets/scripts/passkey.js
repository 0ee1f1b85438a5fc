// Asks the browser for a passkey, or to make one, and sends its answer with the form it stands in. Without this script,
// or in a browser that cannot do it, what is about passkeys stays in its template and the mailed link is the way in.
// Nothing is stored, and nothing is sent but the form.
;(() => {
  if (!globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON || !navigator.credentials) return
  for (const part of document.querySelectorAll('template[data-passkey-able]')) part.replaceWith(part.content)

  const form = document.querySelector('form[data-passkey]')
  if (!form) return
  const failed = document.querySelector('template[data-passkey-failed]').content.firstElementChild

  const ask = () => {
    const { passkey, passkeyOptions } = form.dataset
    const options = JSON.parse(passkeyOptions)
    return passkey === 'make'
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
  }

  let asking = false
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    if (asking) return
    asking = true
    failed.remove()
    try {
      const credential = await ask()
      form.elements.namedItem('response').value = JSON.stringify(credential.toJSON())
      form.submit()
    } catch {
      // Put off by the person, or no passkey that fits: the browser does not say which.
      asking = false
      form.before(failed)
      failed.focus()
    }
  })
})()
