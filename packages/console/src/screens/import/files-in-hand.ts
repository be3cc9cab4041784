/** Where the visits of a file take place, when the file does not say it: a site that is set up, or a time zone. */
export type Place = { readonly site: string } | { readonly zone: string }

/** A file with what was said about it; `source` names the system that it comes from. */
export type FileInHand = { readonly file: File; readonly place?: Place; readonly source?: string }

/** Files dropped since the console was opened, by their import: to read one again with answers, without asking for it twice. */
const files = new Map<string, FileInHand>()

export const keepFile = (importId: string, file: FileInHand): void => void files.set(importId, file)
export const fileOf = (importId: string): FileInHand | undefined => files.get(importId)
