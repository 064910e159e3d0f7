/** A file of the model as text, under the name by which diagnostics speak of it; and a cell of it. */
import type { At } from '../domain/stated.ts'

export interface Source {
  readonly file: string
  readonly text: string
}

/** What stands in a cell, without the white space around it, and where. */
export interface Cell {
  readonly text: string
  readonly at: At
}
