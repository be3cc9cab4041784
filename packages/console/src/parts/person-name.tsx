import { usePreferences } from '../app/preferences.ts'

type Person = { readonly name: string; readonly initials: string }

/** The name as this desk may show it; isolated, so that an Arabic name does not turn its neighbours around. */
export const PersonName = ({ person }: { readonly person: Person }) => <bdi>{useShownName()(person)}</bdi>

export function useShownName(): (person: Person) => string {
  const { hideNames } = usePreferences()
  return ({ name, initials }) => (hideNames ? initials : name)
}
