/** The person sent something that is not in Meta's shape; `why` says what is missing. A person must look at it. */
export type BrokenContent = { readonly type: 'unreadable'; readonly why: string }

export const broken = (why: string): BrokenContent => ({ type: 'unreadable', why })
