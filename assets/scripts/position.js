// Where the device is, once, after a press of the button that says so. About a kilometre is enough to find the offices
// that answer there; it is sent with the form and kept nowhere. Without this script the button stays hidden.
;(() => {
  const button = document.querySelector('button[data-position]')
  const near = document.querySelector('input[name="near"]')
  const failed = document.querySelector('[data-position-failed]')
  if (!button || !near || !navigator.geolocation) return
  button.hidden = false

  button.addEventListener('click', () => {
    button.disabled = true
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        near.value = `${coords.latitude.toFixed(2)},${coords.longitude.toFixed(2)}`
        near.form.requestSubmit()
      },
      () => {
        button.disabled = false
        if (failed) failed.hidden = false
      },
      { enableHighAccuracy: false, timeout: 15000, maximumAge: 0 },
    )
  })
})()
