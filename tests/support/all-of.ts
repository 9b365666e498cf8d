/** Everything that an asynchronous iterable yields; `Array.fromAsync` is not in the type library that we compile with. */
export async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
