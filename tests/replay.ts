/**
 * Reckons an explanation again from what its JSON says and the files that it names, by a method of its own: nothing here
 * comes from the program. Whatever does not come out to the same penny is a complaint.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Explained {
  readonly amount: string
  readonly quarter?: string
  readonly issuedAt?: string
  readonly shares?: readonly { readonly share: string; readonly percent: string }[]
  readonly derivation: Node
  readonly origins: readonly Origin[]
}

/** One node of a derivation; what it has besides its amount goes by its kind. */
export interface Node extends Year {
  readonly of: Readonly<Record<string, string>>
  readonly kind: string
  readonly amount: string
  readonly terms: readonly (Node & { readonly sign: 1 | -1 })[]
  readonly partner: string
  readonly origins: readonly string[]
  readonly counted: readonly string[]
  readonly line: string
  readonly record: string
}

interface Year {
  readonly origin: Cause
  readonly profile: readonly string[]
  readonly quarters: readonly YearQuarter[]
}

interface YearQuarter {
  readonly quarter: string
  readonly amount: string
  readonly stated: boolean
  readonly origin?: Cause
}

/** Where an amount comes from. */
interface Cause {
  readonly kind: string
  readonly pence: string
  readonly cell: string
  readonly from: Cause
  readonly rate: string
  readonly quarters: readonly YearQuarter[]
}

interface Origin {
  readonly x_Id: string
  readonly x_Line: string
  readonly x_Driver: string
  readonly x_Quarter: string
  readonly x_Amount: string
  readonly x_Source: Year & { readonly kind: string; readonly quarter: string; readonly spent: readonly Spent[]; readonly record: string; readonly basis: string }
  readonly x_RunSince: string
  readonly x_RunToDate: string
  readonly Elements: readonly Element[]
}

interface Spent {
  readonly amount: string
  readonly file: string
  readonly rows: number
  readonly firstRow: number
}

interface Weight {
  readonly x_Cells: readonly string[]
  readonly x_Portions?: readonly Portion[]
  readonly x_Baselines?: readonly (Year & { readonly line: string; readonly amount: string })[]
}

interface Portion extends Weight {
  readonly portion: string
  readonly driver: string
  readonly ratio: string
  readonly quantity: string
}

interface Element extends Weight {
  readonly AllocatedRatio: number
  readonly UsageUnit: string
  readonly x_Partner: string
  readonly x_AllocatedAmount: string
  readonly x_Ratio: string
  readonly x_Quantity: string
  readonly x_BorneToDate: string
  readonly x_ExactPenceToDate: string
  readonly x_RoundingPenceToDate: string
}

/** An issued record, as far as it is looked into. */
interface Frozen {
  readonly lines: readonly { readonly line: string; readonly known: readonly Known[]; readonly parts: readonly Readonly<Record<'partner' | 'instalment' | 'overspend' | 'adjustment', string>>[] }[]
}

interface Known {
  readonly quarter: string
  readonly basis: string
  readonly budget: string
  readonly cost: string
  readonly weights: readonly { readonly partner: string; readonly weight: string }[]
}

type Cells = Readonly<Record<string, string>>

/** A fraction over a positive denominator, not in lowest terms. */
type Fraction = readonly [bigint, bigint]

const fraction = (text: string): Fraction => {
  const [over, under = '1'] = text.split('/')
  return [BigInt(over!), BigInt(under)]
}
const add = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * d + c * b, b * d]
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => [a * c, b * d]
const isSame = ([a, b]: Fraction, [c, d]: Fraction): boolean => a * d === c * b
const sum = (of: readonly Fraction[]): Fraction => of.reduce(add, [0n, 1n])

/** "-1234.50" in pence. */
export const pence = (pounds: string): bigint => BigInt(pounds.replace('.', ''))

/** Half away from zero. */
function rounded([over, under]: Fraction): bigint {
  const nearest = (2n * (over < 0n ? -over : over) + under) / (2n * under)
  return over < 0n ? -nearest : nearest
}

/** By largest remainder: floors first, then a penny at a time to whoever is owed most; ties to the larger weight, then the lesser name. */
export function largestRemainder(amount: bigint, weights: readonly Fraction[], names: readonly string[]): bigint[] {
  const common = weights.reduce((product, [, under]) => product * under, 1n)
  const whole = weights.map(([over, under]) => over * (common / under))
  const all = whole.reduce((a, b) => a + b, 0n)
  const size = amount < 0n ? -amount : amount
  if (size === 0n) return whole.map(() => 0n)
  const parts = whole.map(weight => (size * weight) / all)
  const owed = (place: number): bigint => size * whole[place]! - parts[place]! * all
  const before = (a: number, b: number): boolean =>
    owed(a) !== owed(b) ? owed(a) > owed(b) : whole[a] !== whole[b] ? whole[a]! > whole[b]! : Buffer.compare(Buffer.from(names[a]!), Buffer.from(names[b]!)) < 0
  while (parts.reduce((a, b) => a + b) < size) {
    let next = 0
    for (let place = 1; place < parts.length; place++) if (before(place, next)) next = place
    parts[next]! += 1n
  }
  return parts.map(part => (amount < 0n ? -part : part))
}

/** A JSON number as the decimal it is written as: 1e-12 too. */
function decimalOf(number: number): Fraction {
  const [, sign, whole, rest = '', exponent = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(`${number}`)!
  const shift = Number(exponent) - rest.length
  const digits = BigInt(`${sign}${whole}${rest}`)
  return shift < 0 ? [digits, 10n ** BigInt(-shift)] : [digits * 10n ** BigInt(shift), 1n]
}

const readings = new Map<string, { readonly text: string; readonly lines: readonly string[]; readonly parted: string }>()

/** A file as text, whatever it was saved as, and its lines. */
function read(file: string) {
  const known = readings.get(file)
  if (known) return known
  const bytes = readFileSync(file)
  const [a, b] = bytes
  const nulls = (from: number): boolean => bytes.length > 3 && bytes[from] === 0 && bytes[from + 2] === 0
  const name = (a === 0xff && b === 0xfe) || nulls(1) ? 'utf-16le' : (a === 0xfe && b === 0xff) || nulls(0) ? 'utf-16be' : 'utf-8'
  let text: string
  try {
    text = new TextDecoder(name, { fatal: true }).decode(bytes)
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes)
  }
  const lines = text.split(/\r\n|\r|\n/)
  const header = lines.find(line => line.trim() !== '') ?? ''
  const parted = [',', ';', '\t'].map(mark => ({ mark, count: header.split(mark).length })).sort((x, y) => y.count - x.count)[0]!.mark
  const reading = { text, lines, parted }
  readings.set(file, reading)
  return reading
}

/** What stands in the cell that begins at a place. */
function textAt(folder: string, cell: string): string {
  const [, file, line, column] = /^(.*):(\d+):(\d+)$/.exec(cell)!
  const { lines, parted } = read(join(folder, file!))
  const rest = lines[Number(line) - 1]?.slice(Number(column) - 1) ?? ''
  if (file === 'model.yaml') return /^[^,}#]*/.exec(rest)![0].trim()
  const quoted = /^\s*"([^"]*)"/.exec(rest)
  return (quoted ? quoted[1]! : rest.split(parted)[0]!).trim()
}

/** "£1,234.50" and "£1.2m" as fractions. */
function amountIn(text: string): Fraction | undefined {
  const bare = text.replaceAll(/[£€$,\s]/g, '')
  const parsed = /^(-|\()?(\d*)(?:\.(\d+))?([km])?\)?$/i.exec(bare)
  if (!parsed || !/\d/.test(bare)) return undefined
  const [, minus, whole, rest = '', unit] = parsed
  const scale = unit === undefined ? 1n : unit.toLowerCase() === 'k' ? 1000n : 1_000_000n
  return [BigInt(`${minus ? '-' : ''}${whole}${rest}`) * scale, 10n ** BigInt(rest.length)]
}

function rateIn(text: string): Fraction | undefined {
  const amount = text.endsWith('%') ? amountIn(text.slice(0, -1)) : undefined
  return amount && [amount[0], amount[1] * 100n]
}

/** Rows as a spreadsheet numbers them, the header first. */
function rowsOf(file: string): readonly { readonly row: number; readonly cells: Cells }[] {
  const { text, parted } = read(file)
  const records: string[][] = [['']]
  let quoted = false
  for (const [place, letter] of [...text].entries()) {
    const record = records.at(-1)!
    if (letter === '"') quoted = !quoted
    else if (!quoted && letter === parted) record.push('')
    else if (!quoted && (letter === '\n' || letter === '\r')) {
      if (letter === '\r' || text[place - 1] !== '\r') records.push([''])
    } else record[record.length - 1] += letter
  }
  const [header, ...rest] = records
  return rest.map((cells, place) => ({ row: place + 2, cells: Object.fromEntries(header!.map((title, column) => [title.trim(), (cells[column] ?? '').trim()])) }))
}

/** Of years that start in April. */
function quarterOf({ date = '', period }: Cells): string {
  if (period) return period.toUpperCase()
  const iso = /^(\d{4})-(\d\d)-\d\d$/.exec(date)
  const strokes = /^\d\d?\/(\d\d?)\/(\d{4})$/.exec(date)
  const [calendar, month] = iso ? [Number(iso[1]), Number(iso[2])] : [Number(strokes![2]), Number(strokes![1])]
  const year = month < 4 ? calendar - 1 : calendar
  return `${year}/${String((year + 1) % 100).padStart(2, '0')} Q${Math.floor(((month + 8) % 12) / 3) + 1}`
}

const records = new Map<string, Frozen>()

function recordOf(folder: string, quarter: string): Frozen {
  const file = join(folder, 'issued', `${quarter.replace('/', '-').replace(' ', '-')}.json`)
  const known = records.get(file) ?? (JSON.parse(readFileSync(file, 'utf8')) as Frozen)
  records.set(file, known)
  return known
}

export interface Replayed {
  readonly complaints: readonly string[]
  /** What of each kind was reckoned again, so that no test passes for want of anything to hold. */
  readonly met: ReadonlySet<string>
}

/** @param held origins that came out right before, by their text: the same need not be reckoned twice */
export function replay(of: Explained, folder: string, held: Set<string> = new Set()): Replayed {
  const complaints: string[] = []
  const met = new Set<string>()
  const isTrue = (truth: boolean, otherwise: () => string): void => {
    if (!truth && complaints.length < 20) complaints.push(otherwise())
  }

  const exactOf = (origin: Cause, profile: readonly string[]): Fraction => {
    const said = fraction(origin.pence)
    const found = ((): Fraction => {
      met.add(`origin ${origin.kind}`)
      switch (origin.kind) {
        case 'blank':
          return [0n, 1n]
        case 'cell': {
          const amount = amountIn(textAt(folder, origin.cell))
          return amount ? times(amount, [100n, 1n]) : [-1n, 1n]
        }
        case 'raised': {
          const rate = fraction(origin.rate)
          const stated = rateIn(textAt(folder, origin.cell))
          isTrue(stated !== undefined && isSame(stated, rate), () => `${origin.cell} holds ${textAt(folder, origin.cell)}, not a rate of ${origin.rate}`)
          return times(exactOf(origin.from, profile), add([1n, 1n], rate))
        }
        default:
          return [quartersOf(origin, undefined, profile).reduce((a, b) => a + b), 1n]
      }
    })()
    isTrue(isSame(said, found), () => `${JSON.stringify(origin)} comes to ${found.join('/')}`)
    return found
  }

  /** The four quarters of a year, each by its own cell or as an instalment of the year. */
  const quartersOf = ({ quarters }: Pick<Year, 'quarters'>, year: Cause | undefined, profile: readonly string[]): bigint[] =>
    quarters.map((quarter, place) => {
      const exact = exactOf((quarter.origin ?? year)!, profile)
      if (quarter.stated) met.add('own quarter')
      if (new Set(profile).size > 1) met.add('profile')
      const found = quarter.stated ? rounded(exact) : largestRemainder(rounded(exact), profile.map(part => [BigInt(part), 1n]), ['0', '1', '2', '3'])[place]!
      isTrue(found === pence(quarter.amount), () => `${JSON.stringify(quarter)} comes to ${found}`)
      return found
    })

  const yearOf = (year: Year): bigint[] => {
    const quarters = quartersOf(year, year.origin, year.profile)
    const exact = year.origin.kind === 'quarters' ? fraction(year.origin.pence) : exactOf(year.origin, year.profile)
    isTrue(rounded(exact) === quarters.reduce((a, b) => a + b), () => `the quarters of ${JSON.stringify(year)} are not the year`)
    return quarters
  }

  const spentOf = ({ spent }: Origin['x_Source'], { x_Line: line, x_Quarter: quarter, x_Driver: driver }: Origin): bigint => {
    const [, named, partner] = /^(.*) \((.+)\)$/.exec(line) ?? []
    return spent.reduce((total, { amount, file, rows, firstRow }) => {
      const own = rowsOf(join(folder, file)).filter(({ cells }) => ((cells.line === line && (!cells.partner || driver === `${cells.partner} alone`))
        || (named !== undefined && cells.line === named && cells.partner === partner)) && quarterOf(cells) === quarter)
      const found = sum(own.map(({ cells }) => amountIn(cells.amount!)!))
      isTrue(isSame(times(found, [100n, 1n]), [pence(amount), 1n]), () => `${line} in ${quarter}: the rows of ${file} come to ${found.join('/')}, not ${amount}`)
      isTrue(own.length === rows && own[0]?.row === firstRow, () => `${line} in ${quarter}: ${own.length} rows of ${file} from ${own[0]?.row}, not ${rows} from ${firstRow}`)
      met.add(partner === undefined ? 'spent' : 'spent direct')
      return total + rounded(times(found, [100n, 1n]))
    }, 0n)
  }

  const knownOf = (record: string, line: string, quarter: string): Known =>
    recordOf(folder, record).lines.find(each => each.line === line)!.known.find(each => each.quarter === quarter)!

  const costOf = (origin: Origin): bigint => {
    const source = origin.x_Source
    met.add(`source ${source.kind}`)
    switch (source.kind) {
      case 'budget':
        return yearOf(source)[Number(source.quarter.slice(1)) - 1]!
      case 'actual':
        return spentOf(source, origin)
      case 'record': {
        const known = knownOf(source.record, origin.x_Line, origin.x_Quarter)
        isTrue(source.basis === 'budget' || known.basis === source.basis, () => `${origin.x_Id} was known by ${known.basis}`)
        return pence(source.basis === 'budget' ? known.budget : known.cost)
      }
      default:
        return 0n
    }
  }

  /** The weight that the cells, the baselines or the portions come to; none where the JSON names nothing that it was read from. */
  const weightOf = ({ x_Cells: cells, x_Portions: portions, x_Baselines: baselines }: Weight, fellows: readonly Weight[]): Fraction | undefined => {
    if (portions) {
      met.add('portion')
      isTrue(isSame(sum(portions.map(each => fraction(each.portion))), [1n, 1n]), () => `the portions ${JSON.stringify(portions)} are not the whole`)
      return sum(portions.map((each, place) => {
        const alike = fellows.map(fellow => fellow.x_Portions![place]!)
        const own = weightOf(each, alike)
        if (own) isTrue(isSame(own, fraction(each.quantity)), () => `${each.driver}: ${each.quantity} is ${own.join('/')}`)
        const ratio = shareOf(each.quantity, alike.map(fellow => fellow.quantity))
        isTrue(isSame(ratio, fraction(each.ratio)), () => `${each.driver}: ${each.ratio} is ${ratio.join('/')}`)
        return times(fraction(each.portion), ratio)
      }))
    }
    if (baselines) {
      met.add('baseline weight')
      return [baselines.reduce((total, year) => {
        const amount = yearOf(year).reduce((a, b) => a + b)
        isTrue(amount === pence(year.amount), () => `the baseline ${year.line} comes to ${amount}`)
        return total + amount
      }, 0n), 1n]
    }
    if (cells.length !== 1) return undefined
    met.add('count')
    return amountIn(textAt(folder, cells[0]!))
  }

  const shareOf = (one: string, all: readonly string[]): Fraction => {
    const [over, under] = fraction(one)
    const [whole, parts] = sum(all.map(fraction))
    return whole === 0n ? [0n, 1n] : [over * parts, under * whole]
  }

  const quantityOf = (element: Element, { x_Line: line, x_Driver: driver, x_Quarter: quarter, Elements: elements }: Origin): Fraction => {
    const found = weightOf(element, elements)
    if (found) return found
    const partner: string = element.x_Partner
    if (driver.endsWith(' alone')) return [driver === `${partner} alone` ? 1n : 0n, 1n]
    if (of.issuedAt === undefined) return [0n, 1n]
    met.add('weight on record')
    return fraction(knownOf(of.quarter!, line, quarter).weights.find(each => each.partner === partner)!.weight)
  }

  const replayOrigin = (origin: Origin): void => {
    const text = JSON.stringify(origin)
    if (held.has(text)) return
    const { x_Id: id, Elements: elements } = origin
    const cost = costOf(origin)
    isTrue(cost === pence(origin.x_Amount), () => `${id} costs ${cost}, not ${origin.x_Amount}`)
    const quantities = elements.map(each => each.x_Quantity)
    for (const element of elements) {
      const found = quantityOf(element, origin)
      const ratio = shareOf(element.x_Quantity, quantities)
      isTrue(isSame(found, fraction(element.x_Quantity)), () => `${id}: ${element.x_Partner} weighs ${found.join('/')}, not ${element.x_Quantity}`)
      isTrue(isSame(ratio, fraction(element.x_Ratio)), () => `${id}: the share of ${element.x_Partner} is ${ratio.join('/')}`)
      isTrue(element.UsageUnit === origin.x_Driver, () => `${id} is used by ${element.UsageUnit}`)
      const [over, under] = add(decimalOf(element.AllocatedRatio), times(ratio, [-1n, 1n]))
      isTrue((over < 0n ? -over : over) * 10n ** 12n <= under, () => `${id}: ${element.AllocatedRatio} is far from ${ratio.join('/')}`)
    }
    const ratios = sum(elements.map(each => decimalOf(each.AllocatedRatio)))
    const counted = quantities.some(each => each !== '0')
    isTrue(isSame(ratios, [counted ? 1n : 0n, 1n]), () => `the ratios of ${id} come to ${ratios.join('/')}`)
    const allocated = elements.reduce((total, each) => total + pence(each.x_AllocatedAmount), 0n)
    isTrue(allocated === cost, () => `the parts of ${id} come to ${allocated}`)
    if (complaints.length === 0) held.add(text)
  }

  const origins = new Map(of.origins.map(each => [each.x_Id, each]))
  isTrue(origins.size === of.origins.length, () => 'an origin is told twice')

  /** A run is apportioned on what it comes to so far; each quarter is the difference. */
  const replayRuns = (): void => {
    const lines = new Map<string, Origin[]>()
    for (const origin of origins.values()) {
      const key = JSON.stringify([origin.x_Line, origin.x_Id.split(', ').at(-1)])
      lines.set(key, [...(lines.get(key) ?? []), origin])
    }
    for (const all of lines.values()) {
      const inOrder = all.sort((a, b) => (a.x_Quarter < b.x_Quarter ? -1 : 1))
      let last: { of: Origin; toDate: bigint; parts: bigint[] } | undefined
      for (const origin of inOrder) {
        const elements = origin.Elements
        const weights = elements.map(each => each.x_Quantity)
        const names = elements.map(each => each.x_Partner)
        const follows = last !== undefined && last.of.x_RunSince === origin.x_RunSince
        if (!follows) {
          isTrue(origin.x_RunSince === origin.x_Quarter, () => `${origin.x_Id} is in a run since ${origin.x_RunSince} that is not told`)
          if (last && last.of.x_Quarter.slice(0, 7) === origin.x_Quarter.slice(0, 7)) {
            met.add('new run')
            isTrue(last.of.Elements.some((each, place) => each.x_Quantity !== weights[place]), () => `${origin.x_Id} starts a run without cause`)
          }
        } else {
          met.add('longer run')
          isTrue(last!.of.x_Quarter.slice(0, 7) === origin.x_Quarter.slice(0, 7) && last!.of.Elements.every((each, place) => each.x_Quantity === weights[place]), () => `${origin.x_Id} is in a run of other weights`)
        }
        const toDate = (follows ? last!.toDate : 0n) + pence(origin.x_Amount)
        isTrue(toDate === pence(origin.x_RunToDate), () => `the run to ${origin.x_Id} comes to ${toDate}`)
        const parts = largestRemainder(toDate, weights.map(fraction), names)
        for (const [place, element] of elements.entries()) {
          const part = parts[place]! - (follows ? last!.parts[place]! : 0n)
          isTrue(part === pence(element.x_AllocatedAmount), () => `${origin.x_Id}: ${names[place]} bears ${part}, not ${element.x_AllocatedAmount}`)
          isTrue(parts[place] === pence(element.x_BorneToDate), () => `${origin.x_Id}: ${names[place]} bears ${parts[place]} to date`)
          const exact = times([toDate, 1n], shareOf(weights[place]!, weights))
          isTrue(isSame(exact, fraction(element.x_ExactPenceToDate)), () => `${origin.x_Id}: exactly ${exact.join('/')} is ${names[place]}'s`)
          isTrue(isSame(add(exact, fraction(element.x_RoundingPenceToDate)), [parts[place]!, 1n]), () => `${origin.x_Id}: the rounding of ${names[place]}`)
        }
        last = { of: origin, toDate, parts }
      }
    }
  }

  const amountOf = (node: Node): bigint => {
    met.add(`node ${node.kind}`)
    switch (node.kind) {
      case 'sum':
        return node.terms.reduce((total, term) => total + BigInt(term.sign) * replayNode(term), 0n)
      case 'share':
        return node.origins.reduce((total, id) =>
          total + pence(origins.get(id)!.Elements.find(each => each.x_Partner === node.partner)!.x_AllocatedAmount), 0n)
      case 'own': {
        const quarters = yearOf(node)
        return node.counted.reduce((total, name) => total + quarters[Number(name.slice(1)) - 1]!, 0n)
      }
      default: {
        const { parts } = recordOf(folder, node.record).lines.find(each => each.line === node.line)!
        const { instalment, overspend, adjustment } = parts.find(each => each.partner === node.partner)!
        return pence(instalment) + pence(overspend) + pence(adjustment)
      }
    }
  }

  const replayNode = (node: Node): bigint => {
    const amount = amountOf(node)
    isTrue(amount === pence(node.amount), () => `${JSON.stringify(node.of)} comes to ${amount}, not ${node.amount}`)
    return amount
  }

  for (const origin of origins.values()) replayOrigin(origin)
  replayRuns()
  isTrue(replayNode(of.derivation) === pence(of.amount), () => `the figure is ${of.amount}`)
  return { complaints, met }
}
