/** Drawn for this project: warm, abstract, nobody's face. They say nothing that the words do not say. */

function Drawing({ children }: { children: unknown }) {
  return (
    <svg viewBox="0 0 96 48" width="96" height="48" aria-hidden="true">
      {children}
    </svg>
  )
}

/** A hill with a sun that rises. */
export function Morning() {
  return (
    <Drawing>
      <path fill="#f4b860" d="M34 34a14 14 0 0 1 28 0z" />
      <path fill="#f4b860" d="M47 6h2v10h-2zM22 14l2-2 7 7-2 2zM67 19l7-7 2 2-7 7z" />
      <path fill="#7fb7a6" d="M4 44c14-14 28-14 44-4 14-10 30-10 44 4z" />
    </Drawing>
  )
}

/** Two hands that hold something round. */
export function Hands() {
  return (
    <Drawing>
      <path fill="#f4b860" d="M48 8a11 11 0 1 0 .1 0z" />
      <path fill="#c8795b" d="M14 24c6-2 10 1 13 6l9 8c4 4 8 5 12 5-2 3-8 5-14 3-9-2-20-10-20-22z" />
      <path fill="#8f6aa8" d="M82 24c-6-2-10 1-13 6l-9 8c-4 4-8 5-12 5 2 3 8 5 14 3 9-2 20-10 20-22z" />
    </Drawing>
  )
}

/** Two speech bubbles that overlap. */
export function Talking() {
  return (
    <Drawing>
      <path fill="#6d9fc1" d="M12 6h34a6 6 0 0 1 6 6v12a6 6 0 0 1-6 6H30l-9 9v-9h-9a6 6 0 0 1-6-6V12a6 6 0 0 1 6-6z" />
      <path fill="#7fb7a6" d="M58 16h26a6 6 0 0 1 6 6v10a6 6 0 0 1-6 6h-4v8l-8-8H58a6 6 0 0 1-6-6V22a6 6 0 0 1 6-6z" />
    </Drawing>
  )
}

/** A path that leads to an open door. */
export function Door() {
  return (
    <Drawing>
      <path fill="#c8795b" d="M36 6h24v34H36z" />
      <path fill="#f4b860" d="M40 10h16v30H40z" />
      <path fill="#7fb7a6" d="M42 40h12l14 8H28z" />
    </Drawing>
  )
}
