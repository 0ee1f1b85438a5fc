/** A SHA-256 in groups between which a narrow screen may break the line; copied, it is one word. */
export function Hash({ value }: { value: string }) {
  const groups = value.match(/.{1,8}/g) ?? []
  return (
    <code>
      {groups.map((group) => (
        <>
          {group}
          <wbr />
        </>
      ))}
    </code>
  )
}
