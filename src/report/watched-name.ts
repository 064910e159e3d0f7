/** What a watched figure is called: "cumulative saving of SCDC to 2021/22", "cost in 2018/19". */
import type { Model } from '../domain/model.ts'
import { yearName } from '../domain/period.ts'
import type { Watched } from '../domain/sensitivity/figure.ts'

export function watchedName({ measure, partners, year }: Watched, model: Pick<Model, 'partners'>): string {
  const whose = partners.length === model.partners.length ? '' : ` of ${partners.join(' and ')}`
  return measure === 'cumulative-saving' ? `cumulative saving${whose} to ${yearName(year)}` : `${measure}${whose} in ${yearName(year)}`
}

export const watchedJson = ({ measure, partners, year }: Watched): object => ({ measure, partners, year: yearName(year) })
