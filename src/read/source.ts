/** A file of the model as text, under the name by which diagnostics speak of it; and a cell of it. */
import type { At } from '../domain/stated.ts'

/** A file of which a message may quote a line. */
export interface Quotable {
  readonly file: string
  /** Lines count from 1. */
  readonly lineAt: (line: number) => string | undefined
  /** Its path from the model folder, where messages call it by another. */
  readonly within?: string
}

export function quotable({ file, text }: Source): Quotable {
  let lines: string[] | undefined
  return { file, lineAt: line => (lines ??= text.split(/\r\n|\n|\r/))[line - 1] }
}

export interface Source {
  readonly file: string
  readonly text: string
}

/** What stands in a cell, without the white space around it, and where. */
export interface Cell {
  readonly text: string
  readonly at: At
}
