import { MantineProvider, DirectionProvider } from '@mantine/core'
import type { QueryClient } from '@tanstack/react-query'
import { QueryClientProvider, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { queries } from '../api/queries.ts'
import { loadTexts } from '../texts/console-texts.ts'
import { makeTexts, TextsContext } from '../texts/use-texts.tsx'
import type { Texts } from '../texts/use-texts.tsx'
import { languageFor, usePreferences } from './preferences.ts'
import { cssVariables, theme } from './theme.ts'

type Props = { readonly queryClient: QueryClient; readonly children: ReactNode }

export const Providers = ({ queryClient, children }: Props) => (
  <QueryClientProvider client={queryClient}>
    <WithTexts>{children}</WithTexts>
  </QueryClientProvider>
)

/** The page waits for its words: half a second of another language would be worse than half a second of nothing. */
function WithTexts({ children }: { readonly children: ReactNode }) {
  usePreferences()
  const { data: session } = useQuery({ ...queries.session(), enabled: false })
  const language = languageFor(session?.staff?.language, navigator.languages)
  const texts = useLoadedTexts(language)
  if (!texts) return null
  return (
    <DirectionProvider key={texts.dir} initialDirection={texts.dir} detectDirection={false}>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
        <TextsContext value={texts}>{children}</TextsContext>
      </MantineProvider>
    </DirectionProvider>
  )
}

function useLoadedTexts(language: Texts['language']): Texts | undefined {
  const [texts, setTexts] = useState<Texts>()
  useEffect(() => {
    let wanted = true
    void loadTexts(language).then((loaded) => {
      if (wanted) setTexts(makeTexts(language, loaded))
    })
    return () => {
      wanted = false
    }
  }, [language])
  useEffect(() => {
    if (!texts) return
    document.documentElement.lang = texts.language
    document.documentElement.dir = texts.dir
  }, [texts])
  return texts
}
