/** Several texts under each other, each in its own direction. */
export function Lines({ values }: { values: readonly string[] }) {
  return <>{values.flatMap((value, index) => [index > 0 && <br />, <bdi>{value}</bdi>])}</>
}
