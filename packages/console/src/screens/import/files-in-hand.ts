/** Files dropped since the console was opened, by their import: to read one again with answers, without asking for it twice. */
const files = new Map<string, File>()

export const keepFile = (importId: string, file: File): void => void files.set(importId, file)
export const fileOf = (importId: string): File | undefined => files.get(importId)
