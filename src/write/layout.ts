/**
 * Lays the texts of a table out in lines, every column's figures with their decimal points in one line. Neighbouring
 * columns stand as close as two spaces in the fullest row allow, so that `4.2%` under `283,877` costs no room.
 */
export interface Layable {
  /** The titles of the columns of figures. */
  readonly titles: readonly string[]
  readonly labels: readonly string[]
  readonly figures: readonly (readonly string[])[]
  /** Which of those columns are words, which begin in one line. */
  readonly words: readonly boolean[]
}

const gap = 2

/** Colours a text once its place is known, so that colour never moves it; row -1 is the titles, column -1 the labels. */
export type Paint = (text: string, row: number, column: number) => string

/** The titles' line and a line a row, and how wide they are. */
export function layOut({ titles, labels, figures, words }: Layable, paint: Paint): { lines: string[]; width: number } {
  const head = titles.map((title, column) => (words[column] ? starting(title) : endingWith(title, figures.map(row => split(row[column]!)))))
  const body = figures.map(row => row.map((text, column) => (words[column] ? starting(text) : split(text))))
  const points = pointsOf([head, ...body], Math.max(0, ...labels.filter((_, row) => figures[row]!.some(text => text !== '')).map(({ length }) => length)))

  let width = 0
  const place = (label: string, texts: readonly Split[], row: number): string => {
    let line = paint(label, row, -1)
    let written = label.length
    for (const [column, { text, before }] of texts.entries()) {
      if (text === '') continue
      line += ' '.repeat(points[column]! - before - written) + paint(text, row, column)
      written = points[column]! - before + text.length
    }
    width = Math.max(width, written)
    return line
  }
  const lines = [place('', head, -1), ...labels.map((label, row) => place(label, body[row]!, row))]
  return { lines, width }
}

/** A text with what stands before its decimal point and from it on, in characters. */
interface Split {
  readonly text: string
  readonly before: number
  readonly after: number
}

function split(text: string): Split {
  const before = text.includes('.') ? text.indexOf('.') : text.length
  return { text, before, after: text.length - before }
}

const starting = (text: string): Split => ({ text, before: 0, after: text.length })

/** A title ends where the shortest of its figures do. */
function endingWith(title: string, figures: readonly Split[]): Split {
  const after = Math.min(...figures.filter(({ text }) => text !== '').map(figure => figure.after))
  const shared = Number.isFinite(after) ? Math.min(after, title.length) : 0
  return { text: title, before: title.length - shared, after: shared }
}

/** Where the decimal points stand: each as far from the one before as the fullest row needs. */
function pointsOf(rows: readonly (readonly Split[])[], edge: number): number[] {
  const points: number[] = []
  for (const column of rows[0]!.keys()) {
    const apart = rows.map(row => gap + row[column]!.before + (column === 0 ? 0 : row[column - 1]!.after))
    points.push((points.at(-1) ?? edge) + Math.max(...apart))
  }
  return points
}
