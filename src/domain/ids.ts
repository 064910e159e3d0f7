/** The names by which a model's files speak of partners, categories and indices: "CCC", "staff", "pay". */
export type PartnerId = string
export type Category = string
export type IndexId = string
