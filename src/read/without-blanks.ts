/** `{ a: 1, b: undefined }` is `{ a: 1 }`: a record without the keys that have no value. */
type Blankless<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> }

export function withoutBlanks<T extends object>(record: T): Blankless<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Blankless<T>
}
