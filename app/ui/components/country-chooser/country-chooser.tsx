import type { Content } from '../../content.ts'

export type CountryChooserProps = {
  title: Content
  /** Why the page asks: no number is guessed. */
  children?: Content
  action: string
  label: Content
  /** Name of the field; `country` when left out. */
  name?: string | undefined
  /** The empty first choice: "Choose a country". */
  prompt: string
  /** In the order of the reader's alphabet. */
  countries: readonly { value: string; text: string }[]
  button: Content
  /** After a submission without a choice. */
  error?: Content
}

/** Stands where the help numbers stand, on a page that belongs to no country. POST: where somebody is stays out of addresses. */
export function CountryChooser(props: CountryChooserProps) {
  const { title, children, action, label, name = 'country', prompt, countries, button, error } = props
  return (
    <section class="sos" aria-labelledby="choose-country">
      <h2 id="choose-country">{title}</h2>
      {children}
      <form action={action} method="post">
        <label for={name}>{label}</label>
        {error && (
          <p class="bad" id={`${name}-error`}>
            {error}
          </p>
        )}
        <select id={name} name={name} aria-describedby={error ? `${name}-error` : undefined}>
          <option value="">{prompt}</option>
          {countries.map(({ value, text }) => (
            <option value={value}>{text}</option>
          ))}
        </select>{' '}
        <button type="submit">{button}</button>
      </form>
    </section>
  )
}
