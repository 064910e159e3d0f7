/** Years in words: "2017/18 to 2021/22", or "2017/18, 2019/20" where some between are left out. */
import { type Year, yearName } from '../domain/period.ts'

export function spanOf(years: readonly Year[]): string {
  const [first, last] = [years[0]!, years.at(-1)!]
  const unbroken = years.length > 1 && last - first === years.length - 1
  return unbroken ? `${yearName(first)} to ${yearName(last)}` : years.map(yearName).join(', ')
}
