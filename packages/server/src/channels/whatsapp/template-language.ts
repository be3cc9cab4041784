/** Meta's codes have an underscore (`pt_BR`); ours and some of its events have a hyphen. */
export const templateLanguage = (tag: string): string => tag.replaceAll('-', '_')
