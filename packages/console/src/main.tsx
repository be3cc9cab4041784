import './app/styles.ts' // before any component: its own classes come after and win
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { makeQueryClient } from './api/query-client.ts'
import { App } from './app/app.tsx'
import { makeRouter } from './app/router.tsx'

const page = document.getElementById('root')
if (!page) throw new Error('the page has no root')

const queryClient = makeQueryClient()
createRoot(page).render(
  <StrictMode>
    <App queryClient={queryClient} router={makeRouter(queryClient)} />
  </StrictMode>,
)
