export const SETTINGS_TABS = ['practitioners', 'sites', 'services', 'sources', 'keys'] as const
export type SettingsTab = (typeof SETTINGS_TABS)[number]
export type SettingsSearch = { readonly tab?: SettingsTab }

export function readSettingsSearch(raw: Record<string, unknown>): SettingsSearch {
  const tab = SETTINGS_TABS.find((name) => name === raw['tab'])
  return tab ? { tab } : {}
}
