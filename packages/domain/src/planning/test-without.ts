/** A copy that lacks a key, as the compiler asks for it where a value may be absent but not undefined. */
export function without<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> {
  const copy: Partial<T> = { ...value }
  delete copy[key]
  return copy as Omit<T, K>
}
