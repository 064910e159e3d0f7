/** The shape of a table by period: which columns it has besides its periods. */
export interface Shape {
  /** The columns that name an entry; each must be there and filled in. */
  readonly key: readonly string[]
  /** Columns that must be there and filled in besides. */
  readonly required: readonly string[]
  readonly optional: readonly string[]
  /** What the column of the values is called in the long layout; the first is what a message says. */
  readonly value: readonly string[]
  /** Whether a header alone is a fault. */
  readonly mayBeEmpty: boolean
}
